package dev.wadachi.store;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Folders with all that is in them. Links are removed, never followed.
final class Trees {

    private Trees() {}

    /// What lies directly in a folder; nothing if there is none.
    static List<Path> children(Path folder) throws IOException {
        var children = new ArrayList<Path>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(children::add);
        } catch (NoSuchFileException | NotDirectoryException absent) {
            return List.of();
        }
        return children;
    }

    /// Removes a file or a folder; whoever removes the same thing meanwhile is no trouble.
    static void delete(Path top) throws IOException {
        if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Placing.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// Removes the folders that became empty when something was removed, but none that lies in `root` itself.
    static void prune(Path removed, Path root) throws IOException {
        Path folder = removed.getParent();
        while (folder != null && !folder.equals(root) && !root.equals(folder.getParent())) {
            try {
                Files.delete(folder);
            } catch (DirectoryNotEmptyException | NoSuchFileException inUse) {
                return;
            }
            folder = folder.getParent();
        }
    }

    /// The number of bytes in the files of a folder, as far as they can be read.
    static long bytes(Path top) throws IOException {
        var total = new long[1];
        if (!Files.exists(top)) {
            return 0;
        }
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                total[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return total[0];
    }
}
