package dev.wadachi.codec;

import dev.wadachi.task.Encoded;
import dev.wadachi.task.Scratch;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files of a folder, on their way into a store and out of it.
final class FolderFiles {

    /// Part of a name on one system, a way elsewhere on another.
    private static final String FORBIDDEN = "\\:\0";

    private FolderFiles() {}

    static SortedMap<String, Encoded> encoded(Path folder, Scratch scratch) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("A Folder needs a folder, but there is none at " + folder + ".");
        }
        Path root = folder.toRealPath();
        boolean own = liesIn(scratch, root);
        SortedMap<String, Encoded> parts = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files(root)) {
            String name = nameOf(root.relativize(file));
            if (name.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)) {
                problems.add(name + " has a ':' or '\\' in its name; rename it");
            } else if (Files.isSymbolicLink(file)) {
                linked(root, file, scratch)
                        .ifPresentOrElse(
                                copy -> parts.put(name, copy),
                                () -> problems.add(name
                                        + " is a link that leads to no file within the folder; copy the file instead"));
            } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                problems.add(name + " is neither a file nor a folder; leave it out");
            } else {
                parts.put(name, own ? new Encoded.InFile(file) : copied(file, scratch));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.stream()
                    .collect(Collectors.joining("\n", "The folder " + folder + " cannot be stored:\n", "")));
        }
        return parts;
    }

    private static boolean liesIn(Scratch scratch, Path root) throws IOException {
        Path room = scratch.newFile().toAbsolutePath().getParent();
        return room != null && root.startsWith(room.toRealPath());
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Encoded> linked(Path root, Path link, Scratch scratch) throws IOException {
        if (!Files.exists(link)
                || !Files.isRegularFile(link)
                || !link.toRealPath().startsWith(root)) {
            return Optional.empty();
        }
        return Optional.of(copied(link.toRealPath(), scratch));
    }

    private static Encoded copied(Path file, Scratch scratch) throws IOException {
        return new Encoded.InFile(Files.copy(file, scratch.newFile()));
    }

    /// With `/` on every system.
    private static String nameOf(Path relative) {
        List<String> steps = new ArrayList<>();
        relative.forEach(step -> steps.add(step.toString()));
        return String.join("/", steps);
    }

    /// Puts a stored file where a folder has it: as a link where the system allows one, else as a copy.
    static void layOut(Path stored, Path folder, String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || file.equals(folder) || name.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)) {
            throw new IOException("The stored name '" + name + "' leads out of its folder.");
        }
        Path parent = file.getParent();
        Files.createDirectories(parent == null ? folder : parent);
        try {
            Files.createLink(file, stored);
        } catch (FileSystemException | UnsupportedOperationException noLinks) {
            Files.copy(stored, file);
        }
    }
}
