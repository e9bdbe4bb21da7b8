package dev.wadachi.cli.run;

import dev.wadachi.cli.command.WholeNumber;
import dev.wadachi.cli.progress.Terminal;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// How a run works and is shown: for `run`, and for `demo`, which hands them on.
public final class RunOptions {

    @Option(
            names = "--jobs",
            paramLabel = "<n>",
            converter = WholeNumber.Positive.class,
            description = "Cores to use; all by default.")
    private int jobs;

    @Option(names = "--plain", description = "Print lines, and nothing that moves.")
    private boolean plain;

    /// How standard error reads.
    enum LogFormat {
        TEXT,
        JSON
    }

    @Option(
            names = "--log-format",
            paramLabel = "text|json",
            description = "Of standard error: text, or JSON with an object a line for each event.")
    private LogFormat logFormat = LogFormat.TEXT;

    /// How many cores; 0 for all.
    int jobs() {
        return jobs;
    }

    /// The terminal, in the form that was asked for.
    Terminal on(Terminal terminal) {
        return switch (logFormat) {
            case JSON -> terminal.json();
            case TEXT -> plain ? terminal.plain() : terminal;
        };
    }

    /// What was given, as it is typed.
    public List<String> words() {
        List<String> words = new ArrayList<>();
        if (jobs > 0) {
            words.addAll(List.of("--jobs", Integer.toString(jobs)));
        }
        if (plain) {
            words.add("--plain");
        }
        if (logFormat == LogFormat.JSON) {
            words.addAll(List.of("--log-format", "json"));
        }
        return words;
    }
}
