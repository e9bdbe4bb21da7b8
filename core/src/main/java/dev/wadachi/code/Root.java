package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.FileState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// One entry of a class path.
sealed interface Root extends AutoCloseable {

    Optional<Location> find(String internalName);

    @Override
    void close();

    /// Opens a folder or a jar; a path that is neither has no classes.
    static Optional<Root> open(Path path) {
        if (Files.isDirectory(path)) {
            return Optional.of(new ClassFolder(path));
        }
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            FileState state = FileState.of(path);
            return Optional.of(
                    new Jar(path, state, new JarFile(path.toFile(), false, ZipFile.OPEN_READ, Runtime.version())));
        } catch (IOException e) {
            // The JVM skips what it cannot open, and so a class in it cannot be what runs.
            return Optional.empty();
        }
    }

    /// A folder of class files.
    final class ClassFolder implements Root {

        private final Path folder;
        private final Map<String, Boolean> packages = new HashMap<>();

        ClassFolder(Path folder) {
            this.folder = folder;
        }

        Path path() {
            return folder;
        }

        @Override
        public Optional<Location> find(String internalName) {
            if (!packages.computeIfAbsent(packageOf(internalName), name -> Files.isDirectory(folder.resolve(name)))) {
                return Optional.empty();
            }
            Path file = folder.resolve(internalName + ".class");
            try {
                return FileState.ofRegular(file).map(state -> new Location.InFolder(file, state));
            } catch (NoSuchFileException | NotDirectoryException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String packageOf(String internalName) {
            int slash = internalName.lastIndexOf('/');
            return slash < 0 ? "" : internalName.substring(0, slash);
        }

        @Override
        public void close() {}
    }

    /// A jar.
    final class Jar implements Root {

        private final Path path;
        private final FileState state;
        private final JarFile jar;

        Jar(Path path, FileState state, JarFile jar) {
            this.path = path;
            this.state = state;
            this.jar = jar;
        }

        Path path() {
            return path;
        }

        /// Its state before it was opened.
        FileState state() {
            return state;
        }

        Digest index() {
            return JarIndex.of(jar);
        }

        @Override
        public Optional<Location> find(String internalName) {
            return jar.getEntry(internalName + ".class") == null
                    ? Optional.empty()
                    : Optional.of(new Location.InJar(path));
        }

        byte[] read(String internalName) throws IOException {
            ZipEntry entry = jar.getEntry(internalName + ".class");
            if (entry == null) {
                throw new NoSuchFileException(path + "!/" + internalName + ".class");
            }
            try (var in = jar.getInputStream(entry)) {
                return in.readAllBytes();
            }
        }

        /// The other paths that this jar's manifest puts on the class path, as far as they are files.
        List<Path> classPath() {
            List<Path> paths = new ArrayList<>();
            try {
                Manifest manifest = jar.getManifest();
                String more =
                        manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
                if (more != null) {
                    for (String entry : more.split(" +", -1)) {
                        URI uri = path.toUri().resolve(entry);
                        if (!entry.isEmpty() && "file".equals(uri.getScheme())) {
                            paths.add(Path.of(uri));
                        }
                    }
                }
            } catch (IOException | IllegalArgumentException e) {
                // The JVM ignores a manifest that it cannot read, and entries that are no URLs.
                return paths;
            }
            return paths;
        }

        @Override
        public void close() {
            try {
                jar.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
