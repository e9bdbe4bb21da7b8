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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Puts files where people look for them: a folder of the project, or any other, all of them or none.
///
/// The folder is the sink's own. It is filled beside its place and then put there whole, in place of what the sink left
/// before; readers never find a half of a file, nor files of two runs side by side. Whoever edits or deletes a file
/// gets it back with the next run. A folder with files that no sink put there is not touched: the sink fails and names
/// them.
///
/// The file `.wadachi-sink` in it lists what was put there: digest, size and path of each file.
///
/// @param files what to put there, such as `TableFiles.of(forecast, "forecast.csv")`
/// @param folder relative to the project
public record FolderSink(Task<Folder> files, String folder) implements Sink {

    private static final String LIST = ".wadachi-sink";
    private static final String PARTS = ".*.{part,old}";
    private static final Duration LONG = Duration.ofDays(1);
    private static final int SHOWN = 5;

    /// Refuses no name.
    public FolderSink {
        if (folder.isBlank()) {
            throw new IllegalArgumentException("a folder sink has a folder of its own, such as out/forecast");
        }
    }

    @Override
    public Stamp stamp(External left, Resources from) {
        return Stamp.ofFolder(from.path(folder));
    }

    @Override
    public External run(Context in) throws IOException {
        Path target = in.path(folder).toAbsolutePath().normalize();
        Path parent = target.getParent();
        if (parent == null) {
            throw new IOException("a folder of its own was expected, but " + target + " is the whole disk");
        }
        Files.createDirectories(parent);
        removeLeftovers(parent, "." + target.getFileName() + ".");
        String mark = "." + target.getFileName() + "." + UUID.randomUUID();
        Path part = parent.resolve(mark + ".part");
        try {
            copy(in.load(files).path(), part);
            Stamp wanted = Stamp.ofFolder(part);
            if (!Files.exists(target)) {
                move(part, target);
            } else if (Stamp.ofFolder(target).equals(wanted)) {
                in.log(target + " holds these very files already");
            } else {
                refuseForeignFiles(target);
                swap(part, target, parent.resolve(mark + ".old"));
            }
            return new External(target.toUri(), wanted);
        } finally {
            delete(part);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        FolderListing listing = Contents.current().ofFolder(from);
        Files.createDirectories(to);
        for (String file : listing.files().keySet()) {
            Path copy = to.resolve(file);
            Files.createDirectories(copy.getParent());
            // By its bytes: what is kept in a store can only be read, and so could a copy by name.
            try (InputStream bytes = Files.newInputStream(from.resolve(file))) {
                Files.copy(bytes, copy);
            }
        }
        Files.writeString(to.resolve(LIST), listing.text());
    }

    private static void refuseForeignFiles(Path target) throws IOException {
        List<String> foreign =
                new ArrayList<>(Contents.current().ofFolder(target).files().keySet());
        Path list = target.resolve(LIST);
        if (Files.exists(list)) {
            foreign.removeAll(
                    FolderListing.parse(Files.readString(list)).files().keySet());
            foreign.remove(LIST);
        }
        if (!foreign.isEmpty()) {
            throw new IOException(
                    "the folder " + target + " holds files that no sink put there: "
                            + String.join(", ", foreign.subList(0, Math.min(SHOWN, foreign.size())))
                            + (foreign.size() > SHOWN ? " and " + (foreign.size() - SHOWN) + " more" : "")
                            + "; it would be replaced as a whole, so move them elsewhere, or give the sink a folder of its own");
        }
    }

    /// Two steps, for no system replaces a folder by a folder in one. Whoever looks in between finds none.
    private static void swap(Path part, Path target, Path old) throws IOException {
        move(target, old);
        try {
            move(part, target);
        } catch (IOException e) {
            move(old, target);
            throw e;
        }
        delete(old);
    }

    /// What those left who were killed long ago; what is younger may be somebody's who is at work.
    private static void removeLeftovers(Path parent, String beginning) throws IOException {
        FileTime longAgo = FileTime.from(Instant.now().minus(LONG));
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(parent, PARTS)) {
            for (Path sibling : siblings) {
                boolean isOurs = sibling.getFileName().toString().startsWith(beginning);
                if (isOurs && Files.getLastModifiedTime(sibling).compareTo(longAgo) < 0) {
                    delete(sibling);
                }
            }
        }
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
