package dev.wadachi.cli.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The files that Wadachi brings for new projects, from its jar or from the folder that it was compiled to.
final class Resources {

    private Resources() {}

    /// All files below a folder of these resources, by path.
    static List<ProjectFile> below(String folder) {
        URL url = Objects.requireNonNull(Resources.class.getResource(folder), folder);
        try {
            if (url.openConnection() instanceof JarURLConnection jar) {
                URI file = URI.create("jar:" + jar.getJarFileURL());
                try (FileSystem files = FileSystems.newFileSystem(file, Map.of())) {
                    return below(files.getPath("/" + jar.getEntryName()));
                }
            }
            return below(Path.of(url.toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + url, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(url + " is no address", e);
        }
    }

    private static List<ProjectFile> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> ProjectFile.of(name(folder, file), bytes(file)))
                    .toList();
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
