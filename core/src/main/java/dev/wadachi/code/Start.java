package dev.wadachi.code;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// Where a walk starts.
///
/// @param task the task's class, with slashes
/// @param held the classes of its component values
record Start(String task, SortedSet<String> held) {

    Start {
        held = Collections.unmodifiableSortedSet(new TreeSet<>(held));
    }

    static Start of(Class<?> task, Collection<? extends Class<?>> held) {
        SortedSet<String> values = new TreeSet<>();
        held.forEach(value -> values.add(internalName(value)));
        return new Start(internalName(task), values);
    }

    private static String internalName(Class<?> type) {
        return type.getName().replace('.', '/');
    }
}
