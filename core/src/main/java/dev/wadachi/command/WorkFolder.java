package dev.wadachi.command;

import dev.wadachi.task.Folder;
import dev.wadachi.task.Scratch;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The folder that a program runs in, made for it alone.
///
/// What it reads are copies. A link would cost nothing, but a program that writes into its input would then write into
/// the store, and whoever is root is stopped by no permission. Where the file system can (Btrfs, XFS, APFS) the copies
/// share their blocks.
final class WorkFolder implements Scratch {

    private final Path root;
    private int files;

    /// @param root where everything of one run lies
    WorkFolder(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(path());
    }

    /// Where the program runs.
    Path path() {
        return root.resolve("work");
    }

    /// What it says.
    Path log() {
        return root.resolve("log");
    }

    /// Where its outputs go.
    Path outputs() throws IOException {
        return Files.createDirectories(root.resolve("outputs"));
    }

    /// The place of a file in it, whose folder is there.
    Path place(String name) throws IOException {
        Path place = path().resolve(name);
        Path folder = place.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return place;
    }

    /// Puts files of the project there, each under its own path, to be executed like any script.
    void add(Folder files) throws IOException {
        Path from = files.path();
        walk(from, file -> {
            Path to = place(from.relativize(file).toString());
            Files.copy(file, to);
            allowExecution(to);
        });
    }

    /// All files that lie there now, by their names.
    Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        walk(path(), file -> names.add(path().relativize(file).toString().replace('\\', '/')));
        return names;
    }

    /// A store keeps contents alone.
    private static void allowExecution(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> permissions = new HashSet<>(Files.getPosixFilePermissions(file));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.OWNER_WRITE);
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    @FunctionalInterface
    private interface Visit {
        void file(Path file) throws IOException;
    }

    private static void walk(Path folder, Visit visit) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                visit.file(file);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// Keeps it for a person to look at, in place of what was kept before.
    ///
    /// @param place on the same file system
    void keepAt(Path place) throws IOException {
        remove(place);
        Files.move(path(), place);
    }

    /// Removes a folder with all that is in it; does nothing if there is none.
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failed) throws IOException {
                Files.delete(left);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public Path newFile() throws IOException {
        return Files.createDirectories(root.resolve("made")).resolve(String.valueOf(files++));
    }

    @Override
    public Path newFolder() throws IOException {
        return Files.createDirectories(newFile());
    }
}
