package dev.wadachi.testkit;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A number that a body measured.
///
/// @param step the step of a curve; null for a single number
public record MetricPoint(
        String name, double value, @Nullable Long step) {

    public OptionalLong atStep() {
        return step == null ? OptionalLong.empty() : OptionalLong.of(step);
    }
}
