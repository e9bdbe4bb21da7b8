package dev.wadachi.engine;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Digests of jars, remembered in a file: hashing hundreds of megabytes at every start would cost seconds.
///
/// For the record only, never for a fingerprint; so size and time of change are trusted. A damaged memory is made
/// anew. Not thread-safe.
final class JarDigests {

    private final Path memory;
    private final Map<String, Digest> known = new TreeMap<>();
    private boolean changed;

    JarDigests(Path folder) {
        this.memory = folder.resolve("jars");
        try {
            for (String line : Files.exists(memory) ? Files.readAllLines(memory) : List.<String>of()) {
                int blank = line.indexOf(' ');
                known.put(line.substring(blank + 1), Digest.parse(line.substring(0, blank)));
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            known.clear();
        }
    }

    Digest of(Path jar) throws IOException {
        BasicFileAttributes facts = Files.readAttributes(jar, BasicFileAttributes.class);
        String name = facts.size() + " " + facts.lastModifiedTime() + " " + jar.toAbsolutePath();
        Digest digest = known.get(name);
        if (digest == null) {
            digest = Digest.ofFile(jar);
            known.put(name, digest);
            changed = true;
        }
        return digest;
    }

    /// Remembers what was learnt. A failure to write is no failure.
    void keep() {
        if (!changed) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        known.forEach((name, digest) ->
                lines.append(digest.hex()).append(' ').append(name).append('\n'));
        try {
            Files.createDirectories(memory.getParent());
            Path fresh = Files.createTempFile(memory.getParent(), "jars", null);
            Files.writeString(fresh, lines, StandardCharsets.UTF_8);
            Files.move(fresh, memory, StandardCopyOption.REPLACE_EXISTING);
            changed = false;
        } catch (IOException notRemembered) {
            System.getLogger("dev.wadachi")
                    .log(System.Logger.Level.DEBUG, "jar digests are not remembered", notRemembered);
        }
    }
}
