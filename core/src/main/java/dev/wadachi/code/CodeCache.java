package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What was learnt from class files, kept for the next look: in this process, and in a folder for the next one.
///
/// Thread-safe. Entries are keyed by the bytes of class files and jars; a damaged file is ignored and written anew.
public final class CodeCache {

    private final Optional<Path> folder;
    private final Map<Digest, ClassFacts> facts = new ConcurrentHashMap<>();

    private final Map<Path, KnownJar> jars = new ConcurrentHashMap<>();

    private record KnownJar(FileStamp stamp, JarFacts facts) {}

    private CodeCache(Optional<Path> folder) {
        this.folder = folder;
    }

    /// A cache for this process alone.
    public static CodeCache inMemory() {
        return new CodeCache(Optional.empty());
    }

    /// A cache that is also kept in this folder, which is created when there is something to keep.
    public static CodeCache in(Path folder) {
        return new CodeCache(Optional.of(folder));
    }

    Optional<Path> folder() {
        return folder;
    }

    /// What this jar contains.
    JarFacts jar(Path jar) throws IOException {
        FileStamp stamp = FileStamp.of(jar);
        KnownJar known = jars.get(jar);
        if (known == null || !known.stamp().equals(stamp)) {
            known = new KnownJar(stamp, JarFacts.read(jar));
            jars.put(jar, known);
        }
        return known.facts();
    }

    /// @throws IllegalArgumentException if the bytes are no class file
    ClassFacts facts(byte[] classFile) {
        return facts.computeIfAbsent(Digest.of(classFile), _ -> ClassFacts.read(classFile));
    }
}
