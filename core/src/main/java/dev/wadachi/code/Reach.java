package dev.wadachi.code;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.SortedSet;

/// What one task's code can reach.
///
/// @param methods own methods with code in the order in which they were reached, each with the method that led to it
///     first; a method that the task starts with has none
/// @param types own types whose shape matters
/// @param described own types whose class objects may be asked what they look like
/// @param jars library jars
/// @param modules Wadachi's modules with the versions of their behaviour
/// @param missing classes that were not found
record Reach(
        SequencedMap<MethodKey, Optional<MethodKey>> methods,
        SequencedSet<String> types,
        SequencedSet<String> described,
        SortedSet<Path> jars,
        SortedMap<String, Integer> modules,
        SortedSet<String> missing) {

    Optional<MethodKey> callerOf(MethodKey method) {
        return methods.getOrDefault(method, Optional.empty());
    }
}
