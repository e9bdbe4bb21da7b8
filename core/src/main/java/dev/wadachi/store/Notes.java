package dev.wadachi.store;

import dev.wadachi.json.Json;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is said about a result.
///
/// @param metrics numbers that the body reported, in order
/// @param marks why the result is not what its fingerprint alone would give
/// @param warnings for people
/// @param profile what the codec tells about the value, such as column statistics, or null
public record Notes(
        List<Metric> metrics,
        List<Mark> marks,
        List<String> warnings,
        @Nullable Json profile) {

    /// Keeps unmodifiable copies.
    public Notes {
        metrics = List.copyOf(metrics);
        marks = List.copyOf(marks);
        warnings = List.copyOf(warnings);
    }

    /// Nothing is said.
    public static Notes none() {
        return new Notes(List.of(), List.of(), List.of(), null);
    }

    /// What the codec tells about the value.
    public Optional<Json> valueProfile() {
        return Optional.ofNullable(profile);
    }
}
