package dev.wadachi.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the methods of a signature stand in the source, and how the task comes to them.
///
/// @param byName by the name that the manifest has
record Origins(Map<String, Origin> byName) {

    /// @param where file and line, or the file alone
    /// @param callers full names, the direct caller first
    record Origin(Optional<String> where, List<String> callers) {}

    Origins {
        byName = Map.copyOf(byName);
    }

    Origin of(String name) {
        return byName.getOrDefault(name, new Origin(Optional.empty(), List.of()));
    }
}
