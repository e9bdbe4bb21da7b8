package dev.wadachi.store;

import dev.wadachi.json.Json;
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

    /// The value as JSON: NaN and the infinities, which JSON numbers cannot express, as the strings `NaN`, `Infinity`
    /// and `-Infinity`.
    public Json figure() {
        return Double.isFinite(value) ? Json.of(value) : Json.of(Double.toString(value));
    }

    /// The position in a series, or empty for a single figure.
    public OptionalLong position() {
        return step == null ? OptionalLong.empty() : OptionalLong.of(step);
    }
}
