package dev.wadachi.parameter;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Reads text as a [Term]. Words end at `, = ( ) [ ] { }`; quotes (single or double) open at the start of a word.
final class TermReader {

    private static final int DEEPEST = 1_000;

    private final String text;
    private int position;
    private int depth;

    private TermReader(String text) {
        this.text = text;
    }

    /// @throws TextException where the text is no term
    static Term read(String text) {
        TermReader reader = new TermReader(text);
        Term term = reader.term();
        reader.skipBlanks();
        if (reader.position < text.length()) {
            throw reader.problem("does not expect '" + reader.peek() + "'");
        }
        return term;
    }

    /// The pieces between commas that stand in no brackets and no quotes.
    ///
    /// @throws TextException where a bracket or quote is not closed
    static List<String> split(String text) {
        List<String> pieces = new ArrayList<>();
        TermReader reader = new TermReader(text);
        int start = 0;
        while (reader.position < text.length()) {
            reader.skipBlanks();
            reader.skipPiece();
            if (reader.peek() == ',') {
                pieces.add(text.substring(start, reader.position));
                start = ++reader.position;
            }
        }
        pieces.add(text.substring(start));
        return pieces.size() == 1 ? pieces : pieces.stream().map(String::strip).toList();
    }

    private void skipPiece() {
        int open = 0;
        boolean wordStarts = true;
        while (position < text.length() && (open > 0 || text.charAt(position) != ',')) {
            char c = text.charAt(position);
            if (wordStarts && (c == '"' || c == '\'')) {
                quoted();
                wordStarts = false;
                continue;
            }
            open = Math.max(0, open + ("([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0));
            wordStarts = "([{,=".indexOf(c) >= 0 || (wordStarts && Character.isWhitespace(c));
            position++;
        }
        if (open > 0 && text.indexOf(',') >= 0) {
            throw problem("has a bracket that is not closed; put text with brackets in quotes");
        }
    }

    private Term term() {
        if (++depth > DEEPEST) {
            throw problem("has brackets that nest deeper than " + DEEPEST);
        }
        skipBlanks();
        Term term = switch (peek()) {
            case '"', '\'' -> new Term.Word(quoted(), true);
            case '[' -> items();
            case '{' -> entries();
            default -> wordOrCall();
        };
        depth--;
        return term;
    }

    private Term wordOrCall() {
        int start = position;
        while (position < text.length() && Term.SPECIAL.indexOf(peek()) < 0) {
            position++;
        }
        // A quote within a word is a character like any other.
        while (position < text.length() && position > start && (peek() == '\'' || peek() == '"')) {
            position++;
            while (position < text.length() && Term.SPECIAL.indexOf(peek()) < 0) {
                position++;
            }
        }
        String word = text.substring(start, position).strip();
        if (word.isEmpty()) {
            throw problem("expects a value" + (position < text.length() ? " before '" + peek() + "'" : ""));
        }
        return peek() == '(' ? new Term.Call(word, arguments()) : new Term.Word(word, false);
    }

    private List<Term.Argument> arguments() {
        List<Term.Argument> arguments = new ArrayList<>();
        position++;
        while (!closes(')', arguments.isEmpty())) {
            Term name = term();
            if (!(name instanceof Term.Word(String word, boolean _)) || !takes('=')) {
                throw problem("expects component=value within '(' and ')'");
            }
            arguments.add(new Term.Argument(word, term()));
        }
        return arguments;
    }

    private Term items() {
        List<Term> items = new ArrayList<>();
        position++;
        while (!closes(']', items.isEmpty())) {
            items.add(term());
        }
        return new Term.Items(items);
    }

    private Term entries() {
        List<Term.Entry> entries = new ArrayList<>();
        position++;
        while (!closes('}', entries.isEmpty())) {
            Term key = term();
            if (!takes('=')) {
                throw problem("expects key=value within '{' and '}'");
            }
            entries.add(new Term.Entry(key, term()));
        }
        return new Term.Entries(entries);
    }

    /// Whether the bracket closes here; takes the comma where it does not.
    private boolean closes(char bracket, boolean first) {
        if (takes(bracket)) {
            return true;
        }
        if (!first && !takes(',')) {
            throw problem("expects ',' or '" + bracket + "'"
                    + (position < text.length() ? " before '" + peek() + "'" : " at its end"));
        }
        return false;
    }

    private String quoted() {
        char quote = text.charAt(position++);
        StringBuilder word = new StringBuilder();
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == quote) {
                return word.toString();
            }
            word.append(c == '\\' ? escaped() : c);
        }
        throw problem("has a quote (" + quote + ") that is not closed");
    }

    private char escaped() {
        char c = peek();
        position++;
        return switch (c) {
            case '"', '\'', '\\' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> throw problem("has '\\" + c + "' in quotes; write '\\\\' for a backslash");
        };
    }

    private char codeUnit() {
        try {
            char unit = (char) HexFormat.fromHexDigits(text, position, Math.min(position + 4, text.length()));
            position += 4;
            return unit;
        } catch (IllegalArgumentException e) {
            throw problem("has '\\u' in quotes without four hexadecimal digits");
        }
    }

    private boolean takes(char wanted) {
        skipBlanks();
        if (peek() != wanted || position >= text.length()) {
            return false;
        }
        position++;
        return true;
    }

    private void skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private char peek() {
        return position < text.length() ? text.charAt(position) : '\0';
    }

    private TextException problem(String problem) {
        return new TextException(text + " " + problem);
    }
}
