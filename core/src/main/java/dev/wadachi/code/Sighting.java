package dev.wadachi.code;

/// A suspicious call seen in one method's body.
///
/// @param line its source line, or 0 where the class has no line numbers
record Sighting(Warning.Kind kind, String call, int line) {}
