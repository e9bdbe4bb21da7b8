package dev.wadachi.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// Makes a folder of jars, as Maven gathers them for a project, start as fast as Wadachi's own.
///
/// DuckDB's driver and OpenDAL unpack native libraries of 72 and 45 MB at every start, unless these lie beside the jars
/// already; DuckDB's driver looks there only if its jar has none. picocli's classes are too old for Java's cache.
final class LauncherLibrary {

    private static final String DUCKDB = "libduckdb_java.so_";
    private static final String OPENDAL = "native/";

    private LauncherLibrary() {}

    /// @param words the folder
    public static void main(String[] words) throws IOException {
        Path folder = Path.of(words[0]);
        String duckdb = DUCKDB + system() + "_" + processor();
        for (Path jar : jars(folder)) {
            String name = jar.getFileName().toString();
            if (name.startsWith("duckdb_jdbc-")) {
                unpack(jar, duckdb, folder);
                withoutLibraries(jar);
            } else if (name.startsWith("opendal-")) {
                unpack(jar, OPENDAL, folder);
            } else if (name.startsWith("picocli-")) {
                CacheableJar.rewrite(jar);
            }
        }
    }

    /// Puts the files whose names begin so into the folder itself.
    private static void unpack(Path jar, String beginning, Path folder) throws IOException {
        try (JarFile files = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(files.entries())) {
                if (!entry.isDirectory() && entry.getName().startsWith(beginning)) {
                    String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                    try (InputStream content = files.getInputStream(entry)) {
                        Files.copy(content, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    private static void withoutLibraries(Path jar) throws IOException {
        Path smaller = jar.resolveSibling(
                jar.getFileName() + "." + ProcessHandle.current().pid());
        try (JarFile files = new JarFile(jar.toFile());
                OutputStream file = Files.newOutputStream(smaller);
                JarOutputStream written = new JarOutputStream(file)) {
            for (JarEntry entry : Collections.list(files.entries())) {
                if (!entry.getName().startsWith(DUCKDB)) {
                    written.putNextEntry(new JarEntry(entry.getName()));
                    try (InputStream content = files.getInputStream(entry)) {
                        content.transferTo(written);
                    }
                    written.closeEntry();
                }
            }
        }
        Files.move(smaller, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /// As DuckDB's driver names it.
    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "macos" : name.startsWith("windows") ? "windows" : "linux";
    }

    private static String processor() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return name.equals("aarch64") || name.equals("arm64") ? "arm64" : "amd64";
    }
}
