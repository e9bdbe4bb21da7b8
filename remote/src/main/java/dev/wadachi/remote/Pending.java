package dev.wadachi.remote;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What should be in the remote and could not be written there: a small file each in `remote/<id>/pending`.
///
/// A file each, so that processes add and remove without a lock.
final class Pending {

    private final Path folder;

    Pending(Path folder) {
        this.folder = folder;
    }

    void add(String name) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(fileOf(name), name);
    }

    void remove(String name) throws IOException {
        Files.deleteIfExists(fileOf(name));
    }

    /// The names of the objects, in no order.
    List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var names = new ArrayList<String>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                try {
                    names.add(Files.readString(file));
                } catch (NoSuchFileException doneByAnother) {
                    // It is in the remote.
                }
            }
        }
        return names;
    }

    private Path fileOf(String name) {
        return folder.resolve(Digest.of(name.getBytes(StandardCharsets.UTF_8)).shortHex());
    }
}
