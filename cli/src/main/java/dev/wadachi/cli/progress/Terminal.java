package dev.wadachi.cli.progress;

import dev.wadachi.table.TextWidth;
import java.io.Console;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/// Where the command prints: results to `out`, everything about the run to `err`, so that a result can be piped.
///
/// @param out what was asked for
/// @param err progress, warnings and errors
/// @param form what `err` can do
/// @param width how many characters fit on a line of `out`; [TextWidth#UNLIMITED] where it is no terminal
public record Terminal(PrintStream out, PrintStream err, Form form, int width) {

    /// No table is made for fewer characters.
    private static final int LEAST = 20;

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
        return new Terminal(System.out, System.err, live ? Form.LIVE : Form.PLAIN, width(environment));
    }

    /// Streams whose lines may be as long as they are.
    public static Terminal of(PrintStream out, PrintStream err, Form form) {
        return new Terminal(out, err, form, TextWidth.UNLIMITED);
    }

    /// The same streams, as lines.
    public Terminal plain() {
        return new Terminal(out, err, Form.PLAIN, width);
    }

    /// The same streams, where a program reads `err`: each event and each line of text is a JSON object on a line.
    public Terminal json() {
        return new Terminal(out, JsonStream.over(err, Clock.systemUTC()), Form.PLAIN, width);
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

    /// The launcher says how wide standard output is, if it is a terminal.
    static int width(Map<String, String> environment) {
        String said = environment.getOrDefault("WADACHI_COLUMNS", "");
        return said.matches("[1-9]\\d{0,4}") ? Math.max(LEAST, Integer.parseInt(said)) : TextWidth.UNLIMITED;
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
