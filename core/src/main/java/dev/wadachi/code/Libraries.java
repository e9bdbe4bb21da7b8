package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Follows libraries from jar to jar. Not thread-safe.
///
/// A jar that is reached counts as a whole, and so does every jar that a class of it names: nobody would recompute a
/// result's meaning by hand to find that a patch release left the one method alone.
final class Libraries {

    private final Classes classes;
    private final CodeCache cache;
    private final Map<Path, Neighbours> neighbours = new HashMap<>();

    /// What one jar leads to.
    private record Neighbours(SortedSet<Path> jars, SortedMap<String, Integer> modules) {}

    /// @param digests by the library's name
    /// @param modules Wadachi's modules that libraries name
    record Closure(SortedMap<String, Digest> digests, SortedMap<String, Integer> modules) {}

    Libraries(Classes classes, CodeCache cache) {
        this.classes = classes;
        this.cache = cache;
    }

    Closure closure(SortedSet<Path> reached) {
        SortedSet<Path> all = new TreeSet<>();
        SortedMap<String, Digest> digests = new TreeMap<>();
        SortedMap<String, Integer> modules = new TreeMap<>();
        Deque<Path> ahead = new ArrayDeque<>(reached);
        while (!ahead.isEmpty()) {
            Path jar = ahead.remove();
            if (all.add(jar)) {
                // Two jars of one library are told apart by their versions or folders alone.
                digests.merge(JarFacts.libraryName(jar), facts(jar).content(), Digests::both);
                Neighbours next = neighbours.computeIfAbsent(jar, this::find);
                modules.putAll(next.modules());
                ahead.addAll(next.jars());
            }
        }
        return new Closure(digests, modules);
    }

    private Neighbours find(Path jar) {
        SortedSet<Path> jars = new TreeSet<>();
        SortedMap<String, Integer> modules = new TreeMap<>();
        for (String name : facts(jar).names()) {
            switch (classes.find(name)) {
                case KnownClass.InLibrary(Path other) -> jars.add(other);
                case KnownClass.InModule(String module, int version) -> modules.put(module, version);
                case KnownClass.Own _, KnownClass.OfJdk _, KnownClass.Missing _ -> {}
            }
        }
        return new Neighbours(jars, modules);
    }

    private JarFacts facts(Path jar) {
        try {
            return cache.jar(jar);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the library " + jar + ", which a task's code reaches", e);
        }
    }
}
