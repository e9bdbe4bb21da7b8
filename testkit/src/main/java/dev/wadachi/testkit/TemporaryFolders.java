package dev.wadachi.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders that a test makes, and that go with it.
final class TemporaryFolders implements AutoCloseable {

    private final List<Path> made = new ArrayList<>();

    Path make(String purpose) {
        try {
            Path folder = Files.createTempDirectory("wadachi-" + purpose);
            made.add(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("No folder can be made under " + System.getProperty("java.io.tmpdir"), e);
        }
    }

    @Override
    public void close() {
        made.forEach(TemporaryFolders::delete);
        made.clear();
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be removed", e);
        }
    }
}
