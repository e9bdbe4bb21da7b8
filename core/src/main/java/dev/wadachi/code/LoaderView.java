package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// All passes over the classes that one class loader sees, in a row. Not thread-safe.
final class LoaderView implements AutoCloseable {

    private final ClassPath path;
    private final Classes classes;
    private final Hierarchy hierarchy;
    private final CanonicalNames names;
    private final Bodies bodies;
    private final Libraries libraries;

    private LoaderView(ClassPath path, Classes classes, Hierarchy hierarchy, CodeCache cache) {
        this.path = path;
        this.classes = classes;
        this.hierarchy = hierarchy;
        this.names = new CanonicalNames(classes);
        this.bodies = new Bodies(classes, names);
        this.libraries = new Libraries(classes, cache);
    }

    static LoaderView of(ClassLoader loader, UserCode userCode, CodeCache cache) {
        ClassPath path = ClassPath.of(loader);
        Classes classes = new Classes(path, userCode, cache);
        return new LoaderView(path, classes, new Hierarchy(classes, loader), cache);
    }

    /// The loader that sees the task's class and those of its values.
    static ClassLoader deepest(Class<?> task, Collection<? extends Class<?>> held) {
        ClassLoader deepest = loader(task);
        for (Class<?> value : held) {
            if (isAbove(deepest, loader(value))) {
                deepest = loader(value);
            }
        }
        return deepest;
    }

    private static ClassLoader loader(Class<?> type) {
        return Optional.ofNullable(type.getClassLoader()).orElse(ClassLoader.getPlatformClassLoader());
    }

    private static boolean isAbove(ClassLoader parent, ClassLoader child) {
        for (ClassLoader at = child; at != null; at = at.getParent()) {
            if (at == parent) {
                return true;
            }
        }
        return false;
    }

    CodeSignature signature(String task, SortedSet<String> held) {
        Reach reach = Walk.from(task, held, classes, hierarchy, bodies);
        Libraries.Closure closure = libraries.closure(reach.jars());
        SortedMap<String, Integer> modules = new TreeMap<>(reach.modules());
        modules.putAll(closure.modules());
        Summary summary = new Summary(reach, classes, names, bodies);
        String manifest = classes.own(task)
                .flatMap(ClassFacts::version)
                .map(Manifest::ofVersion)
                .orElseGet(() -> summary.manifest().text());
        return new CodeSignature(
                Digest.of(manifest),
                closure.digests(),
                modules,
                summary.warnings(task, hierarchy),
                () -> manifest,
                summary::origins);
    }

    @Override
    public void close() {
        path.close();
    }
}
