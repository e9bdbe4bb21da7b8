package dev.wadachi.parameter;

import java.util.List;
import java.util.stream.Collectors;

/// Text for parameters as a tree, before types come in: `gbdt(rate=0.1)`, `[1,2]`, `{a=1}`, `"a, b"`.
sealed interface Term {

    /// What a word cannot hold without quotes.
    String SPECIAL = ",=()[]{}\"'";

    /// @param quoted whether it stands in quotes, and so is no keyword
    record Word(String text, boolean quoted) implements Term {}

    record Items(List<Term> items) implements Term {}

    record Entries(List<Entry> entries) implements Term {}

    record Entry(Term key, Term value) {}

    record Call(String name, List<Argument> arguments) implements Term {}

    record Argument(String name, Term value) {}

    static Word word(String text) {
        return new Word(text, false);
    }

    /// The text that [TermReader] reads as this tree.
    default String print() {
        return switch (this) {
            case Word(String text, boolean quoted) -> quoted || needsQuotes(text) ? quote(text) : text;
            case Items(List<Term> items) -> items.stream().map(Term::print).collect(Collectors.joining(",", "[", "]"));
            case Entries(List<Entry> entries) ->
                entries.stream()
                        .map(entry -> entry.key().print() + "=" + entry.value().print())
                        .collect(Collectors.joining(",", "{", "}"));
            case Call(String name, List<Argument> arguments) ->
                arguments.stream()
                        .map(argument ->
                                argument.name() + "=" + argument.value().print())
                        .collect(Collectors.joining(",", name + "(", ")"));
        };
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0 || Character.isISOControl(c)) {
                return true;
            }
        }
        return text.isEmpty()
                || Character.isWhitespace(text.charAt(0))
                || Character.isWhitespace(text.charAt(text.length() - 1));
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default ->
                    quoted.append(Character.isISOControl(c) ? "\\u%04x".formatted((int) c) : Character.toString(c));
            }
        }
        return quoted.append('"').toString();
    }
}
