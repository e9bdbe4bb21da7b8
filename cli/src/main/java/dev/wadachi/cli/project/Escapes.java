package dev.wadachi.cli.project;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a backslash means in a basic string of TOML 1.0.
final class Escapes {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)");

    private Escapes() {}

    /// The string that `text` stands for.
    ///
    /// @throws IllegalArgumentException naming an escape that TOML does not have
    static String resolve(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1))));
    }

    private static String character(String escape) {
        return switch (escape) {
            case "b" -> "\b";
            case "t" -> "\t";
            case "n" -> "\n";
            case "f" -> "\f";
            case "r" -> "\r";
            case "\"", "\\" -> escape;
            default -> codePoint(escape);
        };
    }

    private static String codePoint(String escape) {
        if (escape.length() > 1) {
            int codePoint = Integer.parseUnsignedInt(escape.substring(1), 16);
            if (Character.isValidCodePoint(codePoint)) {
                return Character.toString(codePoint);
            }
        }
        throw new IllegalArgumentException("the escape \\" + escape + ", which TOML does not have");
    }
}
