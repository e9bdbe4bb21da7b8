package dev.wadachi.task;

import dev.wadachi.digest.Contents;
import dev.wadachi.digest.FolderListing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/// A folder that is replaced as a whole, beside which its next contents are made ready.
///
/// No system replaces a folder by a folder in one step: for an instant there is none. Whoever is killed in that instant
/// has left the old one beside its place, and [#recover] puts it back.
///
/// @param path where it is, whether or not there is one
/// @param parent the folder that it lies in
record SinkFolder(Path path, Path parent) {

    private static final String OWN = ".wadachi";
    private static final String LIST = ".wadachi-sink";
    private static final String PART = ".part";
    private static final String OLD = ".old";
    private static final Duration LONG = Duration.ofDays(1);

    static SinkFolder of(Path folder) throws IOException {
        Path path = folder.toAbsolutePath().normalize();
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException("a folder of its own was expected, but " + path + " is the whole disk");
        }
        return new SinkFolder(path, parent);
    }

    /// Its name without links and detours: two folders are the same if this is.
    Path identity() throws IOException {
        for (Path above = parent; above != null; above = above.getParent()) {
            if (Files.isDirectory(above)) {
                return above.toRealPath().resolve(above.relativize(path));
            }
        }
        return path;
    }

    /// Refuses what must not be put aside, and places where nothing of others belongs.
    void requireFit() throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new OutsideException("a folder was expected at " + path + ", but there is a symbolic link to "
                    + Files.readSymbolicLink(path) + ", which a folder would replace; name the folder that is meant, or"
                    + " remove the link");
        }
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new OutsideException("a folder was expected at " + path
                    + ", but there is a file; move it elsewhere, or" + " give the sink another folder");
        }
        for (Path above = parent; above != null; above = above.getParent()) {
            if (Files.exists(above) && !Files.isDirectory(above)) {
                throw new OutsideException("the folder " + path + " cannot be made, because " + above
                        + " is a file; move it elsewhere, or give the sink another folder");
            }
        }
        for (Path above = identity(); above != null; above = above.getParent()) {
            if (isWadachis(above)) {
                throw new OutsideException(
                        "the folder " + path + " lies in " + above + ", which is Wadachi's own: what is"
                                + " put there may be taken for results, or be collected; give the sink a folder elsewhere, such"
                                + " as out");
            }
        }
    }

    /// Whether this is what Wadachi keeps of a project, or a store.
    private static boolean isWadachis(Path folder) {
        Path name = folder.getFileName();
        return name != null && name.toString().equals(OWN)
                || Files.isRegularFile(folder.resolve("FORMAT")) && Files.isDirectory(folder.resolve("blobs"));
    }

    /// Whether a sink has been here.
    boolean isOurs() {
        return Files.isRegularFile(path.resolve(LIST));
    }

    private FolderListing put() throws IOException {
        return isOurs()
                ? FolderListing.parse(Files.readString(path.resolve(LIST)))
                : new FolderListing(new TreeMap<>());
    }

    /// Of the files that a sink put here, those that are there, as they are now.
    FolderListing present() throws IOException {
        SortedMap<String, FolderListing.Entry> present = new TreeMap<>();
        for (String name : put().files().keySet()) {
            Path file = path.resolve(name);
            if (Files.isRegularFile(file)) {
                present.put(name, new FolderListing.Entry(Contents.current().ofFile(file), Files.size(file)));
            }
        }
        return new FolderListing(present);
    }

    /// Files that no sink put here.
    Set<String> strangers() throws IOException {
        if (!Files.exists(path)) {
            return Set.of();
        }
        Set<String> strangers = new TreeSet<>();
        try (Stream<Path> files = Files.walk(path)) {
            files.filter(file -> !Files.isDirectory(file))
                    .forEach(file ->
                            strangers.add(path.relativize(file).toString().replace('\\', '/')));
        }
        strangers.removeAll(put().files().keySet());
        strangers.remove(LIST);
        return strangers;
    }

    /// Puts files here in place of those before; strangers stay.
    void replace(Path from, FolderListing wanted) throws IOException {
        String beside = "." + path.getFileName() + "." + UUID.randomUUID();
        Path part = parent.resolve(beside + PART);
        try {
            Files.createDirectories(part);
            for (String file : wanted.files().keySet()) {
                Path copy = part.resolve(file);
                Files.createDirectories(copy.getParent());
                // By its bytes: what is kept in a store can only be read, and so could a copy by name.
                try (InputStream bytes = Files.newInputStream(from.resolve(file))) {
                    Files.copy(bytes, copy);
                }
            }
            for (String file : strangers()) {
                Path copy = part.resolve(file);
                Files.createDirectories(copy.getParent());
                Files.copy(path.resolve(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
            Files.writeString(part.resolve(LIST), wanted.text());
            swap(part, parent.resolve(beside + OLD));
        } finally {
            delete(part);
        }
    }

    private void swap(Path part, Path old) throws IOException {
        if (!Files.exists(path)) {
            move(part, path);
            return;
        }
        move(path, old);
        try {
            move(part, path);
        } catch (IOException e) {
            move(old, path);
            throw e;
        }
        delete(old);
    }

    /// Mends what killed ones left: puts back the folder that was about to be replaced, and removes what is a day old.
    /// What is younger may be somebody's who is at work.
    void recover() throws IOException {
        Files.createDirectories(parent);
        FileTime longAgo = FileTime.from(Instant.now().minus(LONG));
        for (Map.Entry<Path, FileTime> leftover : leftovers().entrySet()) {
            if (!Files.exists(path) && leftover.getKey().toString().endsWith(OLD)) {
                move(leftover.getKey(), path);
            } else if (leftover.getValue().compareTo(longAgo) < 0) {
                delete(leftover.getKey());
            }
        }
    }

    private Map<Path, FileTime> leftovers() throws IOException {
        Map<Path, FileTime> leftovers = new TreeMap<>();
        String beginning = "." + path.getFileName() + ".";
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(parent)) {
            for (Path sibling : siblings) {
                String name = sibling.getFileName().toString();
                if (name.startsWith(beginning) && (name.endsWith(PART) || name.endsWith(OLD))) {
                    leftovers.put(sibling, Files.getLastModifiedTime(sibling));
                }
            }
        }
        return leftovers;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
