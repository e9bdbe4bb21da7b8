package dev.wadachi.cli.template;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a project is about; each kind begins with another pipeline on another sample.
enum Kind {
    TABULAR("Rents", "a number for each row of a table"),
    FORECAST("Demand", "what comes next in many series"),
    RECOMMENDER("Recommendations", "what somebody may want, from what they took before"),
    TEXT("Complaints", "a class for each short text");

    private final String pipeline;
    private final String meaning;

    Kind(String pipeline, String meaning) {
        this.pipeline = pipeline;
        this.meaning = meaning;
    }

    /// As it is typed.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The pipeline that the project begins with.
    String pipeline() {
        return pipeline;
    }

    /// What it predicts, in a few words.
    String meaning() {
        return meaning;
    }

    static Optional<Kind> of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Kind::word).toList();
    }
}
