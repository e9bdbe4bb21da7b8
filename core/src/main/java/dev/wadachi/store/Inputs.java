package dev.wadachi.store;

import dev.wadachi.digest.Key;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What went into a result, for people and for finding everything that was computed from something.
///
/// @param taskClass the binary name of the task's class
/// @param parameters component to value, as text
/// @param upstreams component (`model`, `scores[2]`, `byRegion[north]`) to the upstream's key; its digest is the
///     fingerprint's entry `upstream.<component>`
/// @param loads what the body loaded or drew while it ran, in order
public record Inputs(
        String taskClass, SortedMap<String, String> parameters, SortedMap<String, Key> upstreams, List<Load> loads) {

    /// Keeps unmodifiable copies.
    public Inputs {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        upstreams = Collections.unmodifiableSortedMap(new TreeMap<>(upstreams));
        loads = List.copyOf(loads);
    }
}
