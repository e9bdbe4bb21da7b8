package dev.wadachi.engine;

import dev.wadachi.digest.Digest;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.Layout;
import dev.wadachi.store.Store;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The JVM and the machine that a run ran on: recorded with every trace, part of no fingerprint. Thread-safe.
final class Environment {

    private final Store store;
    private final JarDigests digests;
    private @Nullable SortedMap<String, String> jars;
    private @Nullable Digest blob;

    Environment(Store store, Path cache) {
        this.store = store;
        this.digests = new JarDigests(cache);
    }

    /// Such as `25.0.3 (Eclipse Adoptium)`.
    String java() {
        return Runtime.version() + " (" + System.getProperty("java.vendor") + ")";
    }

    /// Such as `Linux 6.1 amd64`.
    String system() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch");
    }

    /// The class path's jars: file name to content digest.
    synchronized SortedMap<String, String> jars() {
        if (jars == null) {
            SortedMap<String, String> found = new TreeMap<>();
            for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
                Path file = Path.of(entry);
                if (entry.endsWith(".jar") && Files.isRegularFile(file)) {
                    found.put(file.getFileName().toString(), digest(file));
                }
            }
            digests.keep();
            jars = Collections.unmodifiableSortedMap(found);
        }
        return jars;
    }

    private String digest(Path jar) {
        try {
            return digests.of(jar).hex();
        } catch (IOException unreadable) {
            return "unreadable: " + unreadable.getMessage();
        }
    }

    /// All of it as a blob of JSON, stored once.
    synchronized Digest blob() {
        if (blob == null) {
            var libraries = JsonObject.builder();
            jars().forEach(libraries::put);
            blob = store.blobs()
                    .put(JsonObject.builder()
                            .put("java", java())
                            .put("system", system())
                            .put("processors", Runtime.getRuntime().availableProcessors())
                            .put("memory", Runtime.getRuntime().maxMemory())
                            .put("jars", libraries.build())
                            .build()
                            .bytes(Layout.PRETTY))
                    .digest();
        }
        return blob;
    }
}
