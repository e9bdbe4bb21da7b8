package dev.wadachi.data;

import dev.wadachi.digest.FolderListing;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What of a project may be tracked: data, and not what Git and the store live by, which a checkout would put back to
/// an older state.
///
/// @param project the project's root, absolute
record Trackable(Path project) {

    private static final Set<String> MACHINERY = Set.of(".git", ".wadachi");

    /// @param data absolute
    /// @param given as it was named, for messages
    /// @throws DataProblem if this is no data, with what to do instead
    void check(Path data, Path given) throws IOException {
        requirePlainName(data);
        if (!Files.exists(data)) {
            throw new DataProblem("there is no file or folder " + given);
        }
        if (data.toString().endsWith(Pointer.ENDING)) {
            String text = given.toString();
            throw new DataProblem(given + " is a pointer, which Git keeps; to take up what changed in its data: wadachi"
                    + " data add " + text.substring(0, text.length() - Pointer.ENDING.length()));
        }
        refuseWithin(data, given);
        requireNoWayToMachinery(data);
        if (Files.isDirectory(data)) {
            refuseContents(data);
        } else if (!Files.isRegularFile(data)) {
            throw new DataProblem(given + " is neither a file nor a folder, but a pipe or a device; add a file that"
                    + " holds what comes out of it");
        }
    }

    /// A step of the path that belongs to Git or to a store, if there is one.
    Optional<String> machinery(Path path) {
        for (Path step : project.relativize(path)) {
            String name = step.toString().toLowerCase(Locale.ROOT);
            if (MACHINERY.contains(name)) {
                return Optional.of(step.toString());
            }
        }
        return Optional.empty();
    }

    /// Not even through a link.
    ///
    /// @param there exists
    void requireNoWayToMachinery(Path there) throws IOException {
        Path root = project.toRealPath();
        Path real = there.toRealPath();
        if (real.startsWith(root)) {
            new Trackable(root).machinery(real).ifPresent(name -> {
                throw machinery(shown(there), name);
            });
        }
    }

    private static void requirePlainName(Path data) {
        String name = String.valueOf(data.getFileName());
        if (!FolderListing.isPortable(name)) {
            throw new DataProblem("the name '" + name + "' cannot be kept on every system: it has a ':', a '\\' or a"
                    + " line end; rename it");
        }
    }

    private void refuseWithin(Path data, Path given) {
        for (Path folder = data.getParent(); folder != null && !folder.equals(project); folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolveSibling(folder.getFileName() + Pointer.ENDING))) {
                String tracked = project.relativize(folder).toString();
                throw new DataProblem(given + " lies in " + tracked + ", which is tracked as a whole; to take up what"
                        + " changed there: wadachi data add " + tracked);
            }
        }
    }

    private void refuseContents(Path data) throws IOException {
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (Files.isRegularFile(folder.resolve("FORMAT")) && Files.isDirectory(folder.resolve("blobs"))) {
                    throw new DataProblem(shown(folder) + " is a store, which a checkout would put back to an older"
                            + " state; add the data that lies elsewhere");
                }
                return visit(folder);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(Pointer.ENDING)) {
                    throw new DataProblem(shown(data) + " contains the pointer " + shown(file)
                            + ", so part of it is tracked already; add its other folders one by one, or remove that"
                            + " pointer first");
                }
                return visit(file);
            }
        });
    }

    private FileVisitResult visit(Path path) {
        machinery(path).ifPresent(name -> {
            throw machinery(shown(path), name);
        });
        return FileVisitResult.CONTINUE;
    }

    /// @param path as it is shown
    /// @param name whose machinery it is
    static DataProblem machinery(String path, String name) {
        return new DataProblem(path + " is no data: '" + name + "' is what "
                + (name.equalsIgnoreCase(".git") ? "Git" : "the store")
                + " lives by, and a checkout would put it back to an older state; add folders that hold data alone");
    }

    private String shown(Path path) {
        return project.relativize(path).toString().replace(File.separatorChar, '/');
    }
}
