package dev.wadachi.json;

/// Writes strings: the escapes that RFC 8259 demands and no other, and unpaired surrogates, which UTF-8 cannot hold.
final class JsonText {

    private JsonText() {}

    static void write(String text, ByteSink sink) {
        sink.ascii('"');
        int plainFrom = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isHighSurrogate(c)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                at++;
            } else if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                sink.utf8(text.substring(plainFrom, at));
                sink.ascii(escape(c));
                plainFrom = at + 1;
            }
        }
        sink.utf8(plainFrom == 0 ? text : text.substring(plainFrom));
        sink.ascii('"');
    }

    private static String escape(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u%04x".formatted((int) c);
        };
    }
}
