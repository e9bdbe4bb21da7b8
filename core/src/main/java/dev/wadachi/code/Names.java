package dev.wadachi.code;

import java.util.regex.Pattern;

/// What in a class's name is chance.
///
/// The compiler numbers anonymous and local classes through a whole source file (`Fit$1`, `Fit$2Row`), and jshell wraps
/// each snippet in a numbered class (`REPL.$JShell$11B$Train`). Snippets' numbers are dropped: jshell itself allows one
/// live definition per name. Compilers' numbers need a look at the neighbours: see [CanonicalNames].
final class Names {

    /// What a snippet's wrapper class is called here.
    static final String JSHELL = "jshell";

    /// What initialises the variables that a snippet declares.
    static final String SNIPPET_METHOD = "do_it$";

    private static final String SNIPPET_PREFIX = "REPL/$JShell$";
    private static final Pattern SNIPPET = Pattern.compile("REPL[/.]\\$JShell\\$\\d+[A-Za-z]*");

    private Names() {}

    /// Whether this name or descriptor names a class that the compiler numbered.
    static boolean isNumbered(String text) {
        for (int dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', dollar + 1)) {
            if (dollar + 1 < text.length() && isDigit(text.charAt(dollar + 1))) {
                return true;
            }
        }
        return false;
    }

    /// The text without the numbers of jshell's snippets.
    static String withoutSnippetNumbers(String text) {
        return text.contains("$JShell$") ? SNIPPET.matcher(text).replaceAll(JSHELL) : text;
    }

    /// Whether this class is the wrapper of a jshell snippet (not a class declared in one).
    static boolean isSnippet(String internalName) {
        return internalName.startsWith(SNIPPET_PREFIX)
                && withoutSnippetNumbers(internalName).equals(JSHELL);
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
