package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// All passes over the classes that one class loader sees, in a row. Thread-safe.
final class LoaderView implements AutoCloseable {

    private final ClassPath path;
    private final UserCode userCode;
    private final CodeCache cache;
    private final Classes classes;
    private final Hierarchy hierarchy;
    private final Links links;
    private final Summary summary;
    private final Libraries libraries;
    private final KeptSignatures kept;

    private LoaderView(ClassLoader loader, UserCode userCode, CodeCache cache) {
        Instant taken = cache.now();
        this.path = ClassPath.of(loader);
        this.userCode = userCode;
        this.cache = cache;
        this.classes = new Classes(path, userCode, cache);
        this.hierarchy = new Hierarchy(classes, loader);
        CanonicalNames names = new CanonicalNames(classes);
        Bodies bodies = new Bodies(classes, names);
        this.links = new Links(classes, hierarchy, bodies);
        this.summary = new Summary(classes, hierarchy, names, bodies);
        this.libraries = new Libraries(classes, cache);
        this.kept = KeptSignatures.read(path, userCode, cache, taken, this::anew);
    }

    static LoaderView of(ClassLoader loader, UserCode userCode, CodeCache cache) {
        return new LoaderView(loader, userCode, cache);
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

    synchronized CodeSignature signature(Start start) {
        return kept.find(start).orElseGet(() -> {
            CodeSignature computed = compute(start);
            kept.add(start, computed);
            return computed;
        });
    }

    private CodeSignature compute(Start start) {
        Reach reach = Walk.from(start, classes, hierarchy, links);
        Libraries.Closure closure = libraries.closure(reach.jars());
        SortedMap<String, Integer> modules = new TreeMap<>(reach.modules());
        modules.putAll(closure.modules());
        String manifest = classes.own(start.task())
                .flatMap(ClassFacts::version)
                .map(Manifest::ofVersion)
                .orElseGet(() -> summary.manifest(reach).text());
        return new CodeSignature(
                Digest.of(manifest),
                closure.digests(),
                modules,
                summary.warnings(start.task(), reach),
                () -> manifest,
                () -> origins(reach));
    }

    private synchronized Origins origins(Reach reach) {
        return summary.origins(reach, this::stillDeclared);
    }

    /// This view may be closed by now, and so may the jars that it would have to look into.
    private Set<String> stillDeclared(Set<String> names) {
        try (LoaderView anew = new LoaderView(path.loader(), userCode, cache.withoutFolder())) {
            return anew.summary.declared(names);
        }
    }

    /// Who asks where a method is has time for another walk; a signature that was kept has none behind it.
    private CodeSignature anew(Start start) {
        try (LoaderView anew = new LoaderView(path.loader(), userCode, cache.withoutFolder())) {
            return anew.compute(start);
        }
    }

    /// Keeps what was learnt for the next process.
    @Override
    public synchronized void close() {
        kept.write(path, classes::content);
        path.close();
    }
}
