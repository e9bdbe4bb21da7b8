package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.FileState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What was learnt from class files, kept for the next look: in this process, and in a folder for the next one.
///
/// Thread-safe, and several processes may share a folder. Entries are keyed by the bytes of class files and jars (or by
/// states that prove them unchanged), never by loaded classes; a damaged file is ignored and written anew.
public final class CodeCache {

    /// More than a large project has; a process that sees so many has seen many versions of them.
    private static final int MOST_CLASSES = 50_000;

    private final Optional<Path> folder;
    private final InstantSource clock;
    private final Map<Object, ClassFacts> classes = new ConcurrentHashMap<>();
    private final Map<Digest, JarFacts> jars = new ConcurrentHashMap<>();

    private CodeCache(Optional<Path> folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// A cache for this process alone.
    public static CodeCache inMemory() {
        return new CodeCache(Optional.empty(), InstantSource.system());
    }

    /// A cache that is also kept in this folder, which is created when there is something to keep.
    public static CodeCache in(Path folder) {
        return in(folder, InstantSource.system());
    }

    /// The same with a clock that says when files were looked at.
    static CodeCache in(Path folder, InstantSource clock) {
        return new CodeCache(Optional.of(folder), clock);
    }

    /// This moment.
    Instant now() {
        return clock.instant();
    }

    Optional<Path> folder() {
        return folder;
    }

    CodeCache withoutFolder() {
        return inMemory();
    }

    /// Where bytes come from.
    interface Bytes {
        byte[] read() throws IOException;
    }

    /// @throws IllegalArgumentException if the bytes are no class file
    ClassFacts facts(Location location, Bytes bytes) throws IOException {
        if (classes.size() > MOST_CLASSES) {
            classes.clear();
        }
        boolean proven = location instanceof Location.InFolder(var _, FileState state) && state.isTrustedAt(now());
        if (proven) {
            ClassFacts known = classes.get(location);
            if (known == null) {
                known = ClassFacts.read(bytes.read());
                classes.put(location, known);
            }
            return known;
        }
        byte[] classFile = bytes.read();
        return classes.computeIfAbsent(Digest.of(classFile), _ -> ClassFacts.read(classFile));
    }

    /// What this jar contains.
    JarFacts jar(Path jar) throws IOException {
        Digest index = JarIndex.of(jar);
        JarFacts known = jars.get(index);
        if (known == null) {
            Optional<Path> kept = folder.map(at -> at.resolve("jar-" + index.hex() + ".txt"));
            known = kept.flatMap(JarFactsFile::read).orElse(null);
            if (known == null) {
                known = JarFacts.read(jar);
                JarFacts learnt = known;
                kept.ifPresent(file -> JarFactsFile.write(file, learnt));
            }
            jars.put(index, known);
        }
        return known;
    }
}
