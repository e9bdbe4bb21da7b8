package dev.wadachi.cli.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The jars that a project without a build tool brings: those in its folder `lib`.
final class LibraryFolder {

    private static final String NAME = "lib";

    private LibraryFolder() {}

    /// Its jars in the order of their names; none where there is no such folder.
    static List<Path> of(Path root) {
        Path folder = root.resolve(NAME);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the project's libraries in " + folder, e);
        }
    }
}
