package dev.wadachi.model;

/// One named and typed input or output.
///
/// @param name not blank
/// @param kind what it holds
public record Field(String name, Kind kind) {

    /// Checks the name.
    public Field {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a field needs a name, but it was blank");
        }
    }

    /// A field that holds numbers.
    public static Field number(String name) {
        return new Field(name, Kind.NUMBER);
    }

    /// A field that holds texts.
    public static Field text(String name) {
        return new Field(name, Kind.TEXT);
    }
}
