package dev.wadachi.json;

/// `null`, the absent value.
public record JsonNull() implements Json {

    public static final JsonNull NULL = new JsonNull();

    @Override
    public String toString() {
        return compact();
    }
}
