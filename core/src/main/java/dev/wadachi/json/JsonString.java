package dev.wadachi.json;

/// A text. Unpaired surrogates survive, as escapes: whatever a Java `String` holds comes back.
public record JsonString(String value) implements Json {

    @Override
    public String toString() {
        return compact();
    }
}
