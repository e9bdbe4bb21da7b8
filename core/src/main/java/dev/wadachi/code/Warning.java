package dev.wadachi.code;

import java.util.Comparator;

/// A call that a task reaches and that may give another answer tomorrow, although nothing that Wadachi hashes differs.
///
/// @param kind what it depends on
/// @param call the call: `Instant.now()`
/// @param method the method that calls: `Features.run(Context)`
/// @param where its file and line, `Features.java:41`, or the file alone where the class has no line numbers
public record Warning(Kind kind, String call, String method, String where) implements Comparable<Warning> {

    private static final Comparator<Warning> ORDER = Comparator.comparing(Warning::kind)
            .thenComparing(Warning::method)
            .thenComparing(Warning::where)
            .thenComparing(Warning::call);

    /// What such a call depends on, and what to write instead.
    public enum Kind {
        /// The clock.
        CLOCK("reads the clock", "make the time a component of the task, so that another day is another result"),
        /// Environment variables and system properties.
        ENVIRONMENT("reads the environment", "make the value a component of the task, or configure a resource"),
        /// Random numbers without a seed that Wadachi knows.
        RANDOMNESS("draws unseeded random numbers", "use Context.random(), which is seeded and recorded"),
        /// Files outside a source.
        FILE("reads a file", "read it in a Source, whose stamp notices when the file changes"),
        /// Classes and members that only their names lead to.
        REFLECTION(
                "reaches code by reflection", "name the classes in @Uses: which of their code runs is not to be seen"),
        /// Sums of floating-point numbers in no fixed order.
        PARALLEL_FLOATING_POINT(
                "adds floating-point numbers in parallel",
                "make the stream sequential: the last bits depend on the order"),
        /// Variables of a jshell session.
        SESSION_VARIABLE(
                "reads a jshell variable",
                "make the value a component of the task: assigning the variable is not noticed");

        private final String deed;
        private final String advice;

        Kind(String deed, String advice) {
            this.deed = deed;
            this.advice = advice;
        }

        /// What it does, as the middle of a sentence: `reads the clock`.
        public String deed() {
            return deed;
        }

        /// What to write instead.
        public String advice() {
            return advice;
        }
    }

    /// One line: `Features.run(Context) reads the clock: Instant.now() at Features.java:41; make the time …`.
    public String text() {
        return method + " " + kind.deed() + ": " + call + " at " + where + "; " + kind.advice();
    }

    @Override
    public int compareTo(Warning other) {
        return ORDER.compare(this, other);
    }
}
