package dev.wadachi.engine;

import dev.wadachi.digest.Contents;
import dev.wadachi.digest.Digest;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.Layout;
import dev.wadachi.store.Store;
import dev.wadachi.task.Task;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The JVM and the machine that a run ran on: recorded with every trace, part of no fingerprint. Thread-safe.
final class Environment {

    private final Store store;
    private final Contents contents;
    /// Jars that are not on the class path: those of a project that was compiled and loaded on the way.
    private final SortedSet<Path> loaded;

    private @Nullable SortedMap<String, String> jars;
    private @Nullable Digest blob;

    Environment(Store store, Contents contents) {
        this(store, contents, new TreeSet<>());
    }

    private Environment(Store store, Contents contents, SortedSet<Path> loaded) {
        this.store = store;
        this.contents = contents;
        this.loaded = loaded;
    }

    /// The same with the jars that these tasks' classes were loaded with.
    Environment of(Collection<? extends Task<?>> tasks) {
        Set<ClassLoader> loaders = new LinkedHashSet<>();
        for (Task<?> task : tasks) {
            ClassLoader next = task.getClass().getClassLoader();
            while (next != null && loaders.add(next)) {
                next = next.getParent();
            }
        }
        SortedSet<Path> jars = new TreeSet<>();
        for (ClassLoader loader : loaders) {
            if (loader instanceof URLClassLoader urls) {
                jars.addAll(jars(urls));
            }
        }
        return jars.isEmpty() ? this : new Environment(store, contents, jars);
    }

    private static List<Path> jars(URLClassLoader loader) {
        return Arrays.stream(loader.getURLs())
                .filter(url -> url.getProtocol().equals("file") && url.getPath().endsWith(".jar"))
                .map(url -> Path.of(URI.create(url.toString())))
                .toList();
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

    /// The jars of the class path and of the project: file name to content digest.
    synchronized SortedMap<String, String> jars() {
        if (jars == null) {
            List<Path> files = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
                if (entry.endsWith(".jar")) {
                    files.add(Path.of(entry));
                }
            }
            files.addAll(loaded);
            jars = Collections.unmodifiableSortedMap(digests(files));
        }
        return jars;
    }

    private SortedMap<String, String> digests(List<Path> files) {
        SortedMap<String, String> found = new TreeMap<>();
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                found.put(file.getFileName().toString(), digest(file));
            }
        }
        return found;
    }

    private String digest(Path jar) {
        try {
            return contents.ofFile(jar).hex();
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
