package dev.wadachi.cli.notice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why somebody is told of a run.
public enum Reason {
    /// It ended, and every goal has its value.
    FINISHED,
    /// It ended, and a goal has no value: a task failed, or it was stopped.
    FAILED,
    /// It has been running for longer than its receiver expects.
    SLOW;

    /// As `wadachi.toml` writes it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Reason> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Reason::word).toList();
    }
}
