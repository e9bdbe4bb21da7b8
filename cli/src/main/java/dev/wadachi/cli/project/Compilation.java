package dev.wadachi.cli.project;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.FileState;
import dev.wadachi.digest.Hasher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/// Compiles sources in this process, once for each content.
///
/// Classes lie in a folder that is named after everything that they depend on: the sources' content, the libraries and
/// the compiler. So a folder is either there and right or not there; nothing in it ever changes, and processes that
/// compile at the same moment make equal folders, of which the first stays. One that was damaged is made anew.
final class Compilation {

    private static final Duration KEPT = Duration.ofDays(7);

    /// What is done with classes that were just compiled.
    private enum Finish {
        AS_IT_IS,
        PUBLIC
    }

    private final Path root;
    private final Path classes;

    Compilation(Path root) {
        this.root = root;
        this.classes = ClassesFolder.of(root);
    }

    /// All sources below a folder.
    CompiledProject of(Path sources, List<Path> libraries) {
        List<Path> files = JavaFiles.below(sources);
        if (files.isEmpty()) {
            throw new ProjectProblem("there is no .java file below " + sources);
        }
        Path resources = sources.resolveSibling("resources");
        return compiled(
                files, "sources.index", libraries, Files.isDirectory(resources) ? List.of(resources) : List.of());
    }

    /// One file.
    CompiledProject ofFile(Path file, List<Path> libraries) {
        try {
            return compiled(List.of(file), file.getFileName() + ".index", libraries, List.of());
        } catch (CompileFailed e) {
            throw new CompileFailed(e.getMessage() + JavaFiles.besides(file));
        }
    }

    /// Files that declare no package, compiled as if each declared this one.
    ///
    /// @param project the same files and the rest of the project, compiled as they are
    Path into(String packageName, List<Path> files, CompiledProject project) {
        List<Path> classPath = Stream.of(Distribution.classPath(), project.own(), project.libraries())
                .flatMap(List::stream)
                .toList();
        SortedMap<String, Digest> sources =
                SourceIndex.open(classes.resolve(packageName + ".index")).digests(root, files);
        Path folder =
                classes.resolve(packageName + "-" + digest(sources, classPath).shortHex());
        if (!ClassesSeal.isWhole(folder)) {
            discard(folder);
            compileInto(packageName, files, classPath, folder);
        }
        touch(folder);
        return folder;
    }

    private void compileInto(String packageName, List<Path> files, List<Path> classPath, Path folder) {
        try {
            ClassesFolder.make(classes);
            Path scratch = Files.createTempDirectory(classes, ".new-");
            try {
                List<Path> copies = new ArrayList<>();
                for (Path file : files) {
                    // On the line of what it stands before, so that lines keep their numbers.
                    copies.add(Files.writeString(
                            scratch.resolve(file.getFileName()),
                            "package " + packageName + "; " + Files.readString(file)));
                }
                compile(copies, classPath, folder, Finish.PUBLIC);
            } finally {
                AtomicFiles.delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the compiled classes in " + folder, e);
        }
    }

    private CompiledProject compiled(List<Path> files, String index, List<Path> libraries, List<Path> resources) {
        SortedMap<String, Digest> sources =
                SourceIndex.open(classes.resolve(index)).digests(root, files);
        List<Path> classPath = Stream.concat(Distribution.classPath().stream(), libraries.stream())
                .toList();
        Path folder = classes.resolve(digest(sources, classPath).shortHex());
        if (!ClassesSeal.isWhole(folder)) {
            discard(folder);
            compile(files, classPath, folder, Finish.AS_IT_IS);
            discardOld();
        }
        touch(folder);
        List<Path> own = new ArrayList<>(List.of(folder));
        own.addAll(resources);
        return new CompiledProject(root, own, libraries);
    }

    /// What is left of a folder that was damaged.
    private static void discard(Path folder) {
        if (Files.exists(folder)) {
            try {
                AtomicFiles.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove the damaged classes in " + folder, e);
            }
        }
    }

    private void compile(List<Path> files, List<Path> classPath, Path folder, Finish finish) {
        try {
            ClassesFolder.make(classes);
            Path fresh = Files.createTempDirectory(classes, ".new-");
            try {
                Javac.compile(root, files, classPath, fresh);
                if (finish == Finish.PUBLIC) {
                    PublicClasses.makeIn(fresh);
                }
                ClassesSeal.put(fresh);
                AtomicFiles.move(fresh, folder);
            } finally {
                if (Files.exists(fresh)) {
                    AtomicFiles.delete(fresh);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the compiled classes in " + folder, e);
        }
    }

    private static Digest digest(SortedMap<String, Digest> sources, List<Path> classPath) {
        Hasher hasher = Hasher.create().text("javac").text(Runtime.version().toString());
        for (Map.Entry<String, Digest> source : sources.entrySet()) {
            hasher.text(source.getKey()).digest(source.getValue());
        }
        for (Path entry : classPath) {
            // A library's bytes are not read for this: a jar that is put in another's place has another state.
            hasher.text(entry.toString()).text(Files.isRegularFile(entry) ? state(entry) : "");
        }
        return hasher.finish();
    }

    private static String state(Path library) {
        try {
            return FileState.of(library).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + library, e);
        }
    }

    private static void touch(Path folder) {
        try {
            Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot mark " + folder + " as used", e);
        }
    }

    /// Classes that nobody used for a week go; a process that still runs on them has marked them as used.
    private void discardOld() {
        Instant limit = Instant.now().minus(KEPT);
        try (Stream<Path> folders = Files.list(classes)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(limit)) {
                    AtomicFiles.delete(folder);
                }
            }
        } catch (IOException e) {
            // Another process may be tidying up too; what is left over will go the next time.
            return;
        }
    }
}
