package dev.wadachi.cli.project;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What Wadachi itself brings.
public final class Distribution {

    private Distribution() {}

    /// The jars and folders that this process runs from.
    public static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isBlank())
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
    }

    /// Whether a jar of this name, of whatever version, is among them.
    static boolean brings(String artifact) {
        return classPath().stream()
                .map(entry -> entry.getFileName().toString())
                .anyMatch(name -> name.endsWith(".jar")
                        && name.startsWith(artifact + "-")
                        && Character.isDigit(name.charAt(artifact.length() + 1)));
    }
}
