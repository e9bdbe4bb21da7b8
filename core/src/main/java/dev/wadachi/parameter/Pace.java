package dev.wadachi.parameter;

import dev.wadachi.task.Every;
import org.jspecify.annotations.Nullable;

/// What `@Every` says of a component.
///
/// @param step how far apart the points of a range lie, as text
/// @param from one of them, as text; empty where they are counted from the beginning of the range
record Pace(String step, String from) {

    /// Null where nothing is said.
    static @Nullable Pace of(@Nullable Every every) {
        return every == null ? null : new Pace(every.value(), every.from());
    }

    /// As it stands in the source.
    @Override
    public String toString() {
        return from.isEmpty()
                ? "@Every(\"" + step + "\")"
                : "@Every(value = \"" + step + "\", from = \"" + from + "\")";
    }
}
