package dev.wadachi.cli.project;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Hasher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The digest of all that lies in a folder of compiled classes, kept in it: a full disk, a crash or somebody's script
/// may leave class files empty, and every command would fail on them until the folder is gone.
final class ClassesSeal {

    private static final String FILE = ".seal";

    private ClassesSeal() {}

    /// Seals a folder that is complete.
    static void put(Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), digest(folder).hex());
    }

    /// Whether the folder is there, with just what was compiled.
    static boolean isWhole(Path folder) {
        try {
            return Files.isRegularFile(folder.resolve(FILE))
                    && Files.readString(folder.resolve(FILE))
                            .equals(digest(folder).hex());
        } catch (IOException | UncheckedIOException cannotBeRead) {
            return false;
        }
    }

    private static Digest digest(Path folder) throws IOException {
        Hasher hasher = Hasher.create();
        for (Path file : files(folder)) {
            hasher.text(folder.relativize(file).toString()).digest(Digest.of(Files.readAllBytes(file)));
        }
        return hasher.finish();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(folder.resolve(FILE)))
                    .sorted()
                    .toList();
        }
    }
}
