package dev.wadachi.code;

import java.util.regex.Pattern;

/// What in a class's name is chance.
///
/// The compiler numbers anonymous and local classes through a whole source file (`Fit$1`, `Fit$2Row`), and jshell wraps
/// each snippet in a numbered class of its own package (`REPL.$JShell$11B$Train`). Snippets' numbers are dropped:
/// jshell itself allows one live definition per name. What a snippet declares is called as in a file without a package,
/// and so is what was compiled into that package: code that moves between a session and such a file means the same.
/// Compilers' numbers need a look at the neighbours: see [CanonicalNames].
final class Names {

    /// What a snippet's wrapper class is called here.
    static final String JSHELL = "jshell";

    /// What initialises the variables that a snippet declares.
    static final String SNIPPET_METHOD = "do_it$";

    private static final String SNIPPET_PREFIX = "REPL/$JShell$";
    private static final Pattern SNIPPET = Pattern.compile("REPL[/.]\\$JShell\\$\\d+[A-Za-z]*");
    /// The package, with the wrapper of what is declared in one. A descriptor has an `L` before it.
    private static final Pattern SESSION =
            Pattern.compile("(?<![\\w$/.&&[^L]])REPL[/.](?:\\$JShell\\$\\d+[A-Za-z]*\\$|(?!\\$JShell\\$))");

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

    /// The text without jshell's package and numbers: what a session declares has its own name alone.
    static String withoutSnippetNumbers(String text) {
        return text.contains("REPL")
                ? SNIPPET.matcher(SESSION.matcher(text).replaceAll("")).replaceAll(JSHELL)
                : text;
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
