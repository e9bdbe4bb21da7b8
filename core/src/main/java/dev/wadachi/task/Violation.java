package dev.wadachi.task;

/// One way in which a value was not as expected.
///
/// @param expectation what was expected, as the user would say it: `sales is between 0 and 10000`
/// @param found what was found instead, with counts and examples
/// @param level whether the value may still be stored
public record Violation(String expectation, String found, Level level) {

    /// What a violation leads to.
    public enum Level {
        /// Nothing is stored; the task fails.
        REFUSE,
        /// The value is stored and the run says so.
        WARN
    }

    /// A violation that refuses the value.
    public static Violation refuse(String expectation, String found) {
        return new Violation(expectation, found, Level.REFUSE);
    }

    /// A violation that only warns.
    public static Violation warn(String expectation, String found) {
        return new Violation(expectation, found, Level.WARN);
    }

    @Override
    public String toString() {
        return "expected that " + expectation + ", but " + found;
    }
}
