package dev.wadachi.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads JSON (RFC 8259) into maps, lists, texts, [Digits], booleans and null.
final class JsonReader {

    /// Deeper documents than this are refused rather than left to overflow the stack.
    private static final int MAXIMUM_DEPTH = 100;

    /// A number as it is written, so that it can be read as whatever it is.
    record Digits(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    private final String text;
    private final String name;
    private int at;
    private int depth;

    JsonReader(String text, String name) {
        this.text = text;
        this.name = name;
    }

    @Nullable
    Object document() {
        Object value = value();
        skipBlanks();
        if (at < text.length()) {
            throw wrong("the end");
        }
        return value;
    }

    private @Nullable Object value() {
        skipBlanks();
        char first = at < text.length() ? text.charAt(at) : ' ';
        if (first == '{' || first == '[') {
            if (++depth > MAXIMUM_DEPTH) {
                throw wrong("at most " + MAXIMUM_DEPTH + " levels");
            }
            Object nested = first == '{' ? object() : array();
            depth--;
            return nested;
        }
        if (first == '"') {
            return string();
        }
        if (first == '-' || (first >= '0' && first <= '9')) {
            return digits();
        }
        return word();
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        at++;
        if (accept('}')) {
            return members;
        }
        do {
            skipBlanks();
            String member = string();
            expect(':');
            members.put(member, value());
        } while (accept(','));
        expect('}');
        return members;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> values = new ArrayList<>();
        at++;
        if (accept(']')) {
            return values;
        }
        do {
            values.add(value());
        } while (accept(','));
        expect(']');
        return values;
    }

    private String string() {
        if (at >= text.length() || text.charAt(at) != '"') {
            throw wrong("a text");
        }
        at++;
        StringBuilder characters = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char next = text.charAt(at++);
            characters.append(next == '\\' ? escaped() : next);
        }
        expect('"');
        return characters.toString();
    }

    private char escaped() {
        char letter = at < text.length() ? text.charAt(at++) : ' ';
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("an escape that JSON knows");
        };
    }

    private char unicode() {
        try {
            char character = (char) Integer.parseInt(text, at, at + 4, 16);
            at += 4;
            return character;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw wrong("four hexadecimal digits");
        }
    }

    private Digits digits() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return new Digits(text.substring(start, at));
    }

    private @Nullable Object word() {
        if (text.startsWith("true", at)) {
            at += 4;
            return true;
        }
        if (text.startsWith("false", at)) {
            at += 5;
            return false;
        }
        if (text.startsWith("null", at)) {
            at += 4;
            return null;
        }
        throw wrong("a value");
    }

    private void expect(char wanted) {
        if (!accept(wanted)) {
            throw wrong("'" + wanted + "'");
        }
    }

    private boolean accept(char wanted) {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private ModelException wrong(String wanted) {
        String found = at < text.length() ? text.substring(at, Math.min(at + 20, text.length())) : "the end";
        return new ModelException(
                "Expected " + wanted + " at character " + at + " of " + name + ", but found " + found);
    }
}
