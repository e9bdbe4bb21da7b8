package dev.wadachi.table;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.function.Consumer;

/// Files that must be there, and files that come to be whole or not at all.
final class Paths {
    private Paths() {}

    static void mustExist(Path file) {
        if (Files.isDirectory(file)) {
            throw new TableException("a file was expected, but " + file + " is a folder");
        }
        if (!Files.exists(file)) {
            throw new TableException("there is no file " + file.toAbsolutePath()
                    + "\n  relative paths start at the folder that the process runs in; in a task use in.path(…)");
        }
    }

    /// Lets `write` fill a file beside `target`, then puts it in place: readers never see a half of it.
    static void replace(Path target, Consumer<Path> write) {
        Path absolute = target.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        if (folder == null || absolute.getFileName() == null) {
            throw new TableException("a table is written to a file, but " + target + " names none");
        }
        try {
            Files.createDirectories(folder);
            // No file of createTempFile: nobody but its owner could read what becomes of it.
            Path part = folder.resolve("." + absolute.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                write.accept(part);
                move(part, absolute);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new TableException("the table could not be written to " + target + ": " + e, e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
