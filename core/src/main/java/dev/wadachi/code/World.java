package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.FileState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// All files that some code signatures rest on, and all that have to stay away: with these as they were, and the same
/// class path, every look-up ends where it did and finds the same bytes.
///
/// @param folders class folders that were searched
/// @param classFiles files of classes, found in folders
/// @param jars jars that were searched
/// @param absentRoots entries of the class path that were not there
/// @param absentPackages packages, as paths, that no class folder had
/// @param absentClasses classes that no class folder had although it has their package
record World(
        SortedSet<Path> folders,
        SortedMap<Path, SeenFile> classFiles,
        SortedMap<Path, SeenFile> jars,
        SortedSet<Path> absentRoots,
        SortedSet<String> absentPackages,
        SortedSet<String> absentClasses) {

    /// A file as it was seen.
    ///
    /// @param content its digest, where the state alone cannot be trusted
    record SeenFile(FileState state, Optional<Digest> content) {}

    private interface Contents {
        Digest of(Path file) throws IOException;
    }

    static World empty() {
        return new World(
                new TreeSet<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }

    /// Adds what a class path was asked.
    ///
    /// @param read the digests of the class files that were read, by the classes' names: of the bytes that count, not
    ///     of what may have taken their place since
    /// @param taken a moment before which no file was looked at
    /// @throws IOException if a file changed in the meantime
    void add(ClassPath path, Function<String, Optional<Digest>> read, Instant taken) throws IOException {
        absentRoots.addAll(path.absentRoots());
        folders.addAll(
                path.declared().stream().filter(root -> Files.isDirectory(root)).toList());
        for (Root root : path.roots()) {
            switch (root) {
                case Root.ClassFolder folder -> folders.add(folder.path());
                case Root.Jar jar -> jars.put(jar.path(), seen(jar.state(), taken, jar::index));
            }
        }
        for (Map.Entry<String, Location> found : path.found().entrySet()) {
            switch (found.getValue()) {
                case Location.InFolder(Path file, FileState state) ->
                    classFiles.put(
                            file,
                            seen(
                                    state,
                                    taken,
                                    () -> read.apply(found.getKey())
                                            .orElseThrow(() -> new IOException(file + " was not read"))));
                case Location.InJar _, Location.Nowhere _ -> addAbsent(found.getKey());
                case Location.InJdk _ -> {}
                case Location.Served served ->
                    throw new IllegalStateException("a class path with " + served.url() + " cannot be kept");
            }
        }
    }

    private interface Content {
        Digest digest() throws IOException;
    }

    private static SeenFile seen(FileState state, Instant taken, Content content) throws IOException {
        return new SeenFile(state, state.isTrustedAt(taken) ? Optional.empty() : Optional.of(content.digest()));
    }

    private void addAbsent(String internalName) {
        int slash = internalName.lastIndexOf('/');
        String parent = slash < 0 ? "" : internalName.substring(0, slash);
        boolean packageIsThere = folders.stream().anyMatch(folder -> Files.isDirectory(folder.resolve(parent)));
        (packageIsThere ? absentClasses : absentPackages).add(packageIsThere ? internalName : parent);
    }

    /// Whether all is as it was.
    boolean holds() {
        try {
            return absentRoots.stream().noneMatch(Files::exists)
                    && areUnchanged(jars, JarIndex::of)
                    && areUnchanged(classFiles, Digest::ofFile)
                    && folders.stream().noneMatch(this::hasSomethingNew);
        } catch (IOException e) {
            // Gone, or not to be read: not as it was.
            return false;
        }
    }

    private static boolean areUnchanged(Map<Path, SeenFile> files, Contents contents) throws IOException {
        for (Map.Entry<Path, SeenFile> file : files.entrySet()) {
            SeenFile seen = file.getValue();
            boolean unchanged = seen.content().isPresent()
                    ? seen.content().get().equals(contents.of(file.getKey()))
                    : seen.state().equals(FileState.of(file.getKey()));
            if (!unchanged) {
                return false;
            }
        }
        return true;
    }

    private boolean hasSomethingNew(Path folder) {
        return absentPackages.stream().anyMatch(name -> Files.isDirectory(folder.resolve(name)))
                || absentClasses.stream().anyMatch(name -> Files.exists(folder.resolve(name + ".class")));
    }

    /// Whether some files had to be read, which their states can save next time.
    boolean canBeTrustedMore(Instant taken) {
        return isTrustedNow(classFiles, taken) || isTrustedNow(jars, taken);
    }

    private static boolean isTrustedNow(Map<Path, SeenFile> files, Instant taken) {
        for (Map.Entry<Path, SeenFile> file : files.entrySet()) {
            try {
                if (file.getValue().content().isPresent()
                        && FileState.of(file.getKey()).isTrustedAt(taken)) {
                    return true;
                }
            } catch (IOException e) {
                // Gone since; the next look will find out.
                return false;
            }
        }
        return false;
    }

    /// The same files with the states they are in now, where those can be trusted.
    ///
    /// Their contents are those that [#holds()] saw: a file that changed since has a state too young to be trusted.
    World seenAgain(Instant taken) throws IOException {
        World again = new World(folders, new TreeMap<>(), new TreeMap<>(), absentRoots, absentPackages, absentClasses);
        seeAgain(classFiles, taken, again.classFiles);
        seeAgain(jars, taken, again.jars);
        return again;
    }

    private static void seeAgain(Map<Path, SeenFile> files, Instant taken, Map<Path, SeenFile> again)
            throws IOException {
        for (Map.Entry<Path, SeenFile> file : files.entrySet()) {
            SeenFile seen = file.getValue();
            FileState state = FileState.of(file.getKey());
            boolean trusted = seen.content().isPresent() && state.isTrustedAt(taken);
            again.put(file.getKey(), trusted ? new SeenFile(state, Optional.empty()) : seen);
        }
    }
}
