package dev.wadachi.json;

/// Says what a value is when it is not what was asked for.
final class Kind {

    private static final int SHOWN = 60;

    private Kind() {}

    static JsonException refuse(String expected, Json found) {
        return new JsonException("Expected " + expected + ", but found " + describe(found) + ".");
    }

    static String describe(Json found) {
        return switch (found) {
            case JsonObject object ->
                "an object with the members " + object.members().keySet();
            case JsonArray array -> "an array of " + array.elements().size();
            case JsonString string -> "the string " + shortened(string.compact());
            case JsonNumber number -> "the number " + shortened(number.compact());
            case JsonBoolean flag -> flag.compact();
            case JsonNull none -> none.compact();
        };
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
