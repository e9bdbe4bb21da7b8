package dev.wadachi.cli.template;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.project.AtomicFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/// A folder that is about to be made: it appears with all its files, or not at all.
///
/// @param path absolute
record NewFolder(Path path) {

    /// What speaks against making it; nothing if it is not there yet, or is empty.
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (Files.exists(path) && !Files.isDirectory(path)) {
            problems.add(path + " is a file: name another folder");
        } else if (Files.isDirectory(path) && !isEmpty()) {
            problems.add("the folder " + path + " holds files already: name another, or an empty one");
        } else if (!Files.isDirectory(parent())) {
            problems.add("there is no folder " + parent() + ": make it first");
        }
        return problems;
    }

    /// Writes the files beside, and moves them to their place when all are there.
    ///
    /// @throws BadInput if a path leads out of the folder, or two files have one
    void fill(List<ProjectFile> files) {
        Path beside = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try {
                for (ProjectFile file : files) {
                    write(beside, file);
                }
                Files.deleteIfExists(path);
                Files.move(beside, path);
            } finally {
                if (Files.exists(beside)) {
                    AtomicFiles.delete(beside);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    private static void write(Path folder, ProjectFile file) throws IOException {
        Path place = folder.resolve(file.path()).normalize();
        if (!place.startsWith(folder) || place.equals(folder)) {
            throw new BadInput("the template's file " + file.path() + " leads out of the project");
        }
        if (Files.exists(place)) {
            throw new BadInput("the template has two files " + file.path());
        }
        Files.createDirectories(Objects.requireNonNull(place.getParent()));
        Files.write(place, file.content());
        if (file.use() == ProjectFile.Use.STARTED && !place.toFile().setExecutable(true, false)) {
            throw new IOException(place + " cannot be made a program");
        }
    }

    private Path parent() {
        return Objects.requireNonNullElse(path.getParent(), path);
    }

    private boolean isEmpty() {
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
