package dev.wadachi.cli.progress;

import java.io.Console;
import java.io.PrintStream;
import java.util.Map;

/// Where the command prints: results to `out`, everything about the run to `err`, so that a result can be piped.
///
/// @param out what was asked for
/// @param err progress, warnings and errors
/// @param form what `err` can do
public record Terminal(PrintStream out, PrintStream err, Form form) {

    /// What a terminal can do.
    public enum Form {
        /// Moves its cursor and shows colours.
        LIVE,
        /// Takes lines, as a file does.
        PLAIN
    }

    /// The process's own terminal.
    ///
    /// It is live unless something says that it is not: `NO_COLOR`, `TERM=dumb`, `CI`, or a pipe in its place.
    public static Terminal system(Map<String, String> environment) {
        boolean live = isTerminal(environment)
                && !environment.containsKey("NO_COLOR")
                && !environment.containsKey("CI")
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Terminal(System.out, System.err, live ? Form.LIVE : Form.PLAIN);
    }

    /// The same streams, as lines.
    public Terminal plain() {
        return new Terminal(out, err, Form.PLAIN);
    }

    /// Text in bold, where that can be shown.
    public String bold(String text) {
        return styled("1", text);
    }

    /// Text in red, where that can be shown.
    public String red(String text) {
        return styled("31", text);
    }

    /// Text that steps back, where that can be shown.
    public String faint(String text) {
        return styled("2", text);
    }

    private String styled(String code, String text) {
        return form == Form.LIVE ? "\033[" + code + "m" + text + "\033[m" : text;
    }

    /// The launcher says whether standard error is a terminal; Java can only say it of standard input and output at
    /// once.
    @SuppressWarnings("SystemConsoleNull") // it is null where the module jdk.internal.le is not there
    private static boolean isTerminal(Map<String, String> environment) {
        String said = environment.get("WADACHI_TERMINAL");
        if (said != null) {
            return said.equals("yes");
        }
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
