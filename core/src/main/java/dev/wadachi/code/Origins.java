package dev.wadachi.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Where the methods of a signature stand in the source, and how the task comes to them.
///
/// @param byName by the name that the manifest has
/// @param declared which of some names still belong to a class of today, reached or not
record Origins(Map<String, Origin> byName, UnaryOperator<Set<String>> declared) {

    /// @param where file and line, or the file alone
    /// @param caller the full name of the method that was found to lead to it first
    record Origin(String where, Optional<String> caller) {}

    Origins {
        byName = Map.copyOf(byName);
    }

    /// Those of these methods and types that are still in the source.
    Set<String> stillDeclared(Set<String> names) {
        return declared.apply(names);
    }

    Optional<String> where(String name) {
        return Optional.ofNullable(byName.get(name)).map(Origin::where);
    }

    /// The way back to the task: the direct caller first.
    List<String> callers(String name) {
        SequencedSet<String> callers = new LinkedHashSet<>();
        Optional<String> caller = callerOf(name);
        while (caller.isPresent() && callers.add(caller.get())) {
            caller = callerOf(caller.get());
        }
        return new ArrayList<>(callers);
    }

    private Optional<String> callerOf(String name) {
        return Optional.ofNullable(byName.get(name)).flatMap(Origin::caller);
    }
}
