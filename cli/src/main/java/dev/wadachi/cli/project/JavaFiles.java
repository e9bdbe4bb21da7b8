package dev.wadachi.cli.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds Java sources.
final class JavaFiles {

    private static final Set<String> BUILD_FOLDERS = Set.of("target", "build", "out");

    /// Nothing but comments and annotations may stand before it, and no line of those begins so.
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+[\\w.]+\\s*;");

    private JavaFiles() {}

    /// Every source below `folder` in the order of its path, but for hidden and build folders.
    ///
    /// A module declaration is left out: users live on the class path, where it would only hide their libraries.
    static List<Path> below(Path folder) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path child, BasicFileAttributes attributes) {
                    return child.equals(folder) || !isPassedOver(child)
                            ? FileVisitResult.CONTINUE
                            : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".java") && !name.equals("module-info.java") && !name.startsWith(".")) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sources below " + folder, e);
        }
        found.sort(null);
        return found;
    }

    /// The sources in `folder` itself.
    static List<Path> in(Path folder) {
        return below(folder).stream()
                .filter(file -> folder.equals(file.getParent()))
                .toList();
    }

    /// Whether a source declares a package.
    static boolean hasPackage(Path file) {
        try {
            return PACKAGE.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// What a message adds about the sources that lie in a folder; empty if there are none.
    static String among(@Nullable Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .sorted()
                    .limit(5)
                    .toList();
            return names.isEmpty()
                    ? ""
                    : "\nA single file is named first, as in: wadachi run " + names.getFirst() + " <Pipeline> <goal>"
                            + (names.size() == 1 ? "" : several(names));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private static String several(List<String> names) {
        return "  (there are " + String.join(", ", names) + ")\nFiles that belong together need an empty "
                + Configuration.FILE + " beside them: it makes the folder a project, and no file is named.";
    }

    /// What a message adds about a file that does not compile alone; empty if it is the only one in its folder.
    static String besides(Path file) {
        try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
            boolean hasOthers = files.anyMatch(other ->
                    other.toString().endsWith(".java") && !other.getFileName().equals(file.getFileName()));
            return hasOthers
                    ? "\nOnly " + file.getFileName()
                            + " was compiled. If it needs the other files in its folder, put an"
                            + " empty " + Configuration.FILE
                            + " beside them: it makes the folder a project, and no file is named."
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the folder of " + file, e);
        }
    }

    private static boolean isPassedOver(Path folder) {
        String name = folder.getFileName().toString();
        // A package may be named build or out; a folder of class files beside the sources may too.
        return name.startsWith(".") || (BUILD_FOLDERS.contains(name) && Files.exists(folder.resolve("classes")));
    }
}
