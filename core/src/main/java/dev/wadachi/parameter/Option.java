package dev.wadachi.parameter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One option of a pipeline, for help.
///
/// @param name without dashes, such as `week`
/// @param expected what may be written, such as `a date such as 2021-08-02`
/// @param defaultText what it is when it is not given; null where it must be given
public record Option(String name, String expected, @Nullable String defaultText) {

    public Optional<String> defaulted() {
        return Optional.ofNullable(defaultText);
    }
}
