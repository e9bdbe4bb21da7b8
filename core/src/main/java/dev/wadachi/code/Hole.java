package dev.wadachi.code;

import java.util.List;

/// A place in a method's body whose text the compiler numbered, so that an unrelated edit could change it.
///
/// The body's own digest leaves it open; [Bodies] fills it with what the number stands for.
sealed interface Hole {

    /// A name or descriptor with a numbered class in it: `Fit$1`, `(LFit$2Row;)V`.
    record Name(String text) implements Hole {}

    /// A method that the compiler made up: the body of a lambda (`lambda$run$0`), an accessor (`access$000`).
    record Body(MethodKey method) implements Hole {}

    /// The cases of a switch over an enum, by number; the constants are found in the compiler's `$SwitchMap$` field.
    record EnumCases(String mapClass, String field, List<NumberedCase> cases) implements Hole {}

    /// One case: the number in the switch map, and the number of the instruction it jumps to.
    record NumberedCase(int number, int target) {}
}
