package dev.wadachi.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one document by recursive descent (RFC 8259), with a bound on the depth so that no text can overflow a stack.
final class JsonReader {

    private static final int SCANNED = 16;

    private final byte[] text;
    private int position;
    private int depth;

    /// @param text UTF-8; what is malformed is found out in the strings and where anything else is wrong
    JsonReader(byte[] text) {
        this.text = text;
    }

    Json document() {
        Json value = value();
        skipBlanks();
        if (position < text.length) {
            throw expected("the end of the text");
        }
        return value;
    }

    private Json value() {
        skipBlanks();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new JsonString(string());
            case 't' -> word("true", JsonBoolean.TRUE);
            case 'f' -> word("false", JsonBoolean.FALSE);
            case 'n' -> word("null", JsonNull.NULL);
            default -> number();
        };
    }

    private JsonObject object() {
        descend();
        List<Map.Entry<String, Json>> entries = new ArrayList<>();
        Names names = new Names();
        if (!take('}')) {
            do {
                skipBlanks();
                if (peek() != '"') {
                    throw expected("a member's name in quotes");
                }
                int start = position;
                String name = string();
                if (!names.add(name, entries)) {
                    position = start;
                    throw problem("The member '" + name + "' stands here a second time");
                }
                skipBlanks();
                require(':', "':'");
                entries.add(Map.entry(name, value()));
                skipBlanks();
            } while (take(','));
            require('}', "',' or '}'");
        }
        depth--;
        return new JsonObject(Members.of(entries));
    }

    private JsonArray array() {
        descend();
        List<Json> elements = new ArrayList<>();
        if (!take(']')) {
            do {
                elements.add(value());
                skipBlanks();
            } while (take(','));
            require(']', "',' or ']'");
        }
        depth--;
        return new JsonArray(elements);
    }

    private void descend() {
        if (++depth > Json.MAXIMUM_DEPTH) {
            throw problem("More than " + Json.MAXIMUM_DEPTH + " objects and arrays lie within one another");
        }
        position++;
        skipBlanks();
    }

    private Json word(String word, Json value) {
        for (int i = 0; i < word.length(); i++) {
            if (at(position + i) != word.charAt(i)) {
                throw expected("a value");
            }
        }
        position += word.length();
        return value;
    }

    private JsonNumber number() {
        int end = position;
        while (isInNumbers(at(end))) {
            end++;
        }
        String digits = new String(text, position, end - position, StandardCharsets.US_ASCII);
        int length = numberEnd(digits, 0);
        if (length < 0) {
            throw expected("a value");
        }
        position += length;
        return new JsonNumber(digits.substring(0, length));
    }

    private static boolean isInNumbers(char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || (c | 0x20) == 'e';
    }

    /// Where the number that starts at `start` ends, or -1 where there is none.
    static int numberEnd(String text, int start) {
        int at = start < text.length() && text.charAt(start) == '-' ? start + 1 : start;
        int whole = digitsEnd(text, at);
        if (whole == at || (text.charAt(at) == '0' && whole > at + 1)) {
            return -1;
        }
        at = whole;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = digitsEnd(text, at + 1);
            if (fraction == at + 1) {
                return -1;
            }
            at = fraction;
        }
        if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
            int digits = at + 1;
            if (digits < text.length() && (text.charAt(digits) == '+' || text.charAt(digits) == '-')) {
                digits++;
            }
            int exponent = digitsEnd(text, digits);
            if (exponent == digits) {
                return -1;
            }
            at = exponent;
        }
        return at;
    }

    private static int digitsEnd(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private String string() {
        int start = ++position;
        while (position < text.length) {
            byte c = text[position];
            if (c == '"') {
                return decoded(start, position++);
            }
            if (c == '\\' || (c >= 0 && c < ' ')) {
                return stringWithEscapes(start);
            }
            position++;
        }
        throw expected("'\"' at the end of a string");
    }

    private String stringWithEscapes(int start) {
        StringBuilder value = new StringBuilder();
        int plainFrom = start;
        while (position < text.length) {
            byte c = text[position];
            if (c == '"') {
                return value.append(decoded(plainFrom, position++)).toString();
            }
            if (c >= 0 && c < ' ') {
                throw problem("A control character (U+%04X) must be escaped in a string".formatted((int) c));
            }
            if (c == '\\') {
                value.append(decoded(plainFrom, position++)).append(escaped());
                plainFrom = position;
            } else {
                position++;
            }
        }
        throw expected("'\"' at the end of a string");
    }

    private String decoded(int start, int end) {
        return Utf8.decode(text, start, end);
    }

    private char escaped() {
        char c = peek();
        position++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> {
                position--;
                throw expected("one of \" \\ / b f n r t u after a backslash");
            }
        };
    }

    private char codeUnit() {
        int unit = 0;
        for (int i = 0; i < 4; i++, position++) {
            int digit = hexadecimal(at(position));
            if (digit < 0) {
                throw expected("four hexadecimal digits after \\u");
            }
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }

    private static int hexadecimal(char c) {
        return c < 128 ? Character.digit(c, 16) : -1; // Character.digit alone takes digits of every script
    }

    private void skipBlanks() {
        while (position < text.length) {
            byte c = text[position];
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return;
            }
            position++;
        }
    }

    private char peek() {
        return at(position);
    }

    /// The character at a place, as far as it is ASCII: all but what stands in strings is.
    private char at(int place) {
        return place < text.length ? (char) (text[place] & 0xff) : '\0';
    }

    private boolean take(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        position++;
        return true;
    }

    private void require(char wanted, String described) {
        if (!take(wanted)) {
            throw expected(described);
        }
    }

    private JsonException expected(String what) {
        String rest = Utf8.decode(text, 0, text.length).substring(offset());
        String found = rest.isEmpty() ? "the end of the text" : "'" + Character.toString(rest.codePointAt(0)) + "'";
        return problem("Expected " + what + ", but found " + found);
    }

    private JsonException problem(String what) {
        return new JsonException(what + " " + Place.of(Utf8.decode(text, 0, text.length), offset()) + ".");
    }

    /// Where the reading stands, in characters.
    private int offset() {
        return new String(text, 0, Math.min(position, text.length), StandardCharsets.UTF_8).length();
    }

    /// The names of an object so far: a scan while they are few, a set when they are many.
    private static final class Names {

        private @Nullable Set<String> many;

        /// A plain loop, because a stream for each member took a third of the time of reading a trace.
        boolean add(String name, List<Map.Entry<String, Json>> soFar) {
            if (soFar.size() >= SCANNED) {
                return set(soFar).add(name);
            }
            for (int i = 0; i < soFar.size(); i++) {
                if (soFar.get(i).getKey().equals(name)) {
                    return false;
                }
            }
            return true;
        }

        private Set<String> set(List<Map.Entry<String, Json>> soFar) {
            Set<String> set = many;
            if (set == null) {
                set = new HashSet<>();
                for (Map.Entry<String, Json> entry : soFar) {
                    set.add(entry.getKey());
                }
                many = set;
            }
            return set;
        }
    }
}
