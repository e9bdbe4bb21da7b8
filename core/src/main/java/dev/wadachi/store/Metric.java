package dev.wadachi.store;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A number that a body reported.
///
/// @param name such as `mae`
/// @param value any double, NaN and the infinities included
/// @param step the position in a series, or null for a single figure
public record Metric(String name, double value, @Nullable Long step) {

    /// A single figure.
    public static Metric of(String name, double value) {
        return new Metric(name, value, null);
    }

    /// The position in a series, or empty for a single figure.
    public OptionalLong position() {
        return step == null ? OptionalLong.empty() : OptionalLong.of(step);
    }
}
