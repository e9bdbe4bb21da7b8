package dev.wadachi.parameter;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the word `today` stands for: resolved once, where a command enters, so that a run has one day.
record Today(@Nullable LocalDate day) {

    static final String WORD = "today";

    /// For texts that must mean the same on every day.
    static final Today UNKNOWN = new Today(null);

    Optional<LocalDate> date() {
        return Optional.ofNullable(day);
    }
}
