package dev.wadachi.cli.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// How the files of a folder looked at one time: sources, configuration and data, but nothing hidden and nothing that
/// is built.
///
/// Of a folder with more than 2,000 files only the sources and what lies beside them count: to look at a hundred
/// thousand several times a second would keep a core busy.
///
/// @param files size and time of each, by its path
public record WatchedFiles(SortedMap<Path, State> files) {

    private static final int MOST = 2_000;
    private static final Set<String> BUILT = Set.of("target", "build", "out");

    /// What changes when a file is saved.
    ///
    /// @param bytes its size
    /// @param time when it was last written
    public record State(long bytes, FileTime time) {}

    /// Keeps an unmodifiable copy.
    public WatchedFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /// The files of the project that a folder lies in; of a single source file those of its folder.
    public static WatchedFiles of(Path folder, Optional<Path> file, Map<String, String> environment) {
        Path root = file.map(path -> path.toAbsolutePath().normalize().getParent())
                .or(() -> Project.search(folder, environment).map(Project::root))
                .orElse(folder);
        return below(root);
    }

    /// The files of a folder.
    public static WatchedFiles below(Path root) {
        SortedMap<Path, State> all = new TreeMap<>();
        SortedMap<Path, State> sources = new TreeMap<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path child, BasicFileAttributes attributes) {
                    String name = String.valueOf(child.getFileName());
                    return !child.equals(root) && (name.startsWith(".") || BUILT.contains(name))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = String.valueOf(file.getFileName());
                    State state = new State(attributes.size(), attributes.lastModifiedTime());
                    if (!name.startsWith(".") && attributes.isRegularFile()) {
                        all.put(file, state);
                    }
                    if (name.endsWith(".java") || root.equals(file.getParent())) {
                        sources.put(file, state);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path gone, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + root, e);
        }
        return new WatchedFiles(all.size() > MOST ? sources : all);
    }

    /// A file that is new, gone or other than it was; empty if none is.
    public Optional<Path> firstChange(WatchedFiles now) {
        Set<Path> paths = new TreeSet<>(files.keySet());
        paths.addAll(now.files.keySet());
        return paths.stream()
                .filter(path -> !Objects.equals(files.get(path), now.files.get(path)))
                .findFirst();
    }
}
