package dev.wadachi.cli.project;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of [TOML 1.0](https://toml.io/en/v1.0.0) that a `wadachi.toml` needs: comments, tables, and keys with
/// a string, an integer or a boolean on one line. Whatever else TOML allows is refused by line, never guessed at.
///
/// A library for all of TOML was tried: it cost 130 ms at each start, for a file of five lines.
final class Toml {

    /// A setting, with the table that it stands in: `[resources.warehouse]` is `[resources, warehouse]`.
    record Setting(int line, List<String> table, String key, String value, Form form) {}

    /// How a value is written.
    enum Form {
        QUOTED,
        BARE
    }

    private static final String KEY = "([A-Za-z0-9_-]+|\"[^\"\\\\]*\"|'[^']*')";
    private static final Pattern TABLE = Pattern.compile("\\[\\s*(" + KEY + "(?:\\s*\\.\\s*" + KEY + ")*)\\s*]");
    private static final Pattern SETTING = Pattern.compile(KEY + "\\s*=\\s*(.*)");
    private static final Pattern BASIC = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'");
    private static final Pattern BARE = Pattern.compile("true|false|[+-]?(?:0|[1-9][0-9]*)");
    private static final Pattern BLANK = Pattern.compile("\\s*(?:#.*)?");

    private final List<Setting> settings = new ArrayList<>();
    private final List<TomlProblem> problems = new ArrayList<>();
    private List<String> table = List.of();

    /// The settings of `text` in order; what is not understood is told to `problems`.
    static List<Setting> read(String text, List<TomlProblem> problems) {
        Toml toml = new Toml();
        List<String> lines = text.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            toml.line(line + 1, lines.get(line).strip());
        }
        problems.addAll(toml.problems);
        return toml.settings;
    }

    private void line(int number, String line) {
        if (BLANK.matcher(line).matches()) {
            return;
        }
        Matcher header = TABLE.matcher(line);
        Matcher setting = SETTING.matcher(line);
        if (header.lookingAt() && isBlank(line, header.end())) {
            table = names(header.group(1));
        } else if (setting.matches()) {
            value(number, unquoted(setting.group(1)), setting.group(2));
        } else {
            problems.add(new TomlProblem(number, "neither [table] nor key = \"value\": " + line));
        }
    }

    private void value(int number, String key, String text) {
        Matcher basic = BASIC.matcher(text);
        Matcher literal = LITERAL.matcher(text);
        Matcher bare = BARE.matcher(text);
        if (basic.lookingAt() && isBlank(text, basic.end())) {
            unescape(number, basic.group(1), key);
        } else if (literal.lookingAt() && isBlank(text, literal.end())) {
            settings.add(new Setting(number, table, key, literal.group(1), Form.QUOTED));
        } else if (bare.lookingAt() && isBlank(text, bare.end())) {
            settings.add(new Setting(number, table, key, bare.group(), Form.BARE));
        } else {
            problems.add(new TomlProblem(
                    number, "the value of " + key + " is no \"string\", integer or boolean on one line: " + text));
        }
    }

    private void unescape(int number, String text, String key) {
        try {
            settings.add(new Setting(number, table, key, Escapes.resolve(text), Form.QUOTED));
        } catch (IllegalArgumentException e) {
            problems.add(new TomlProblem(
                    number,
                    "the value of " + key + " has " + e.getMessage()
                            + "; write it in 'single quotes' to keep backslashes"));
        }
    }

    private static List<String> names(String dotted) {
        List<String> names = new ArrayList<>();
        Matcher name = Pattern.compile(KEY).matcher(dotted);
        while (name.find()) {
            names.add(unquoted(name.group()));
        }
        return List.copyOf(names);
    }

    private static boolean isBlank(String line, int from) {
        return BLANK.matcher(line).region(from, line.length()).matches();
    }

    private static String unquoted(String key) {
        char first = key.charAt(0);
        return first == '"' || first == '\'' ? key.substring(1, key.length() - 1) : key;
    }
}
