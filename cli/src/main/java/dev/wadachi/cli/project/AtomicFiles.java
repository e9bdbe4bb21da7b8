package dev.wadachi.cli.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Files and folders that appear whole or not at all, whoever else writes them at the same moment.
public final class AtomicFiles {

    private AtomicFiles() {}

    /// Fills a file that has no name yet.
    @FunctionalInterface
    public interface Filling {
        void into(Path fresh) throws IOException;
    }

    /// Replaces a file, or makes it, and the folders above it.
    ///
    /// @throws IOException if it cannot be filled or put in place; whatever was there is there still, and nothing else
    public static void replace(Path file, Filling filling) throws IOException {
        Path whole = file.toAbsolutePath().normalize();
        // No file of createTempFile: nobody but its owner could read what becomes of it.
        Path fresh = whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID() + ".part");
        Files.createDirectories(Objects.requireNonNullElse(whole.getParent(), whole));
        try {
            filling.into(fresh);
            moveOver(fresh, whole);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void moveOver(Path fresh, Path file) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Replaces a file's text.
    static void write(Path file, String text) {
        try {
            replace(file, fresh -> Files.writeString(fresh, text));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /// Moves a finished folder to its name. If another process was first, its folder stays, for both hold the same.
    static void move(Path finished, Path name) throws IOException {
        try {
            Files.move(finished, name, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(name)) {
                throw e;
            }
            delete(finished);
        }
    }

    /// Deletes a folder with all it holds.
    public static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path child, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(child);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
