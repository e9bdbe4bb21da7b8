package dev.wadachi.parameter;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One option of a pipeline, for help and completion.
///
/// @param name without dashes, such as `week`
/// @param expected what may be written, such as `a date such as 2021-08-02`
/// @param choices all that may be written, where that can be counted: constants, variants, `true` and `false`
/// @param defaultText what it is when it is not given; null where it must be given
public record Option(
        String name,
        String expected,
        List<String> choices,
        @Nullable String defaultText) {

    /// Keeps an unmodifiable copy.
    public Option {
        choices = List.copyOf(choices);
    }

    public Optional<String> defaulted() {
        return Optional.ofNullable(defaultText);
    }
}
