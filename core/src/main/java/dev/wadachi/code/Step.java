package dev.wadachi.code;

/// A [Reference] after resolution: what the walk does next.
sealed interface Step {

    /// Goes on in this own method, which has code.
    record Enter(MethodKey method) implements Step {}

    /// Goes on in whatever overrides this method of an own type.
    record Dispatch(MethodKey call) implements Step {}

    /// Initialises this own type.
    record Touch(String type) implements Step {}

    /// Tells whoever asks what this own type looks like.
    record Describe(String type) implements Step {}

    /// Creates an object of this own type.
    record Create(String type) implements Step {}

    /// Leaves own code for this type of a library, of Wadachi, or missing.
    record Leave(String type) implements Step {}
}
