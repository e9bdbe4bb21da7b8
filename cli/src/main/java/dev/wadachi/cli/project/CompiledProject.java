package dev.wadachi.cli.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A project's classes, as they are on disk.
///
/// @param root the project's folder
/// @param own folders of the project's own classes and resources; the first holds the classes
/// @param libraries what the project uses beyond what Wadachi brings
public record CompiledProject(Path root, List<Path> own, List<Path> libraries) {

    /// Keeps unmodifiable copies.
    public CompiledProject {
        own = List.copyOf(own);
        libraries = List.copyOf(libraries);
        if (own.isEmpty()) {
            throw new IllegalArgumentException("a compiled project has a folder of classes, but " + root + " has none");
        }
    }

    /// The pipelines and tasks among the classes.
    public Catalog catalog() {
        try {
            return CatalogScan.of(own.getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the classes in " + own.getFirst(), e);
        }
    }

    /// The packages that hold classes of the project, in order; the one without a name is none of them.
    public List<String> packages() {
        Path classes = own.getFirst();
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file).getParent())
                    .filter(Objects::nonNull)
                    .map(folder ->
                            folder.toString().replace(folder.getFileSystem().getSeparator(), "."))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the classes in " + classes, e);
        }
    }

    /// Loads the project's classes. What Wadachi brings comes first, so that both mean the same types. It has no name:
    /// that would stand before every line of the user's in a stack.
    public ClassLoader loader() {
        URL[] urls = Stream.concat(own.stream(), libraries.stream())
                .map(CompiledProject::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, CompiledProject.class.getClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException("cannot name " + path + " as a URL", e);
        }
    }
}
