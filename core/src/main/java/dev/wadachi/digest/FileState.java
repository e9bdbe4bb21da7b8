package dev.wadachi.digest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What the file system says about a file without reading it: equal states mean equal contents, if they are trusted.
///
/// Where a *change* time is kept, which programs cannot set, it counts with size, time and file number, so that a file
/// that was replaced or given back its old time is seen. Elsewhere (on Windows) only a time with a fraction of a second
/// tells anything, because builds and archives give many files one whole second.
///
/// @param size in bytes
/// @param modified in nanoseconds since 1970
/// @param changed when content or attributes last changed, in nanoseconds since 1970; 0 where that is not kept
/// @param file the file's number in its file system; 0 where there is none
public record FileState(long size, long modified, long changed, long file) {

    /// FAT counts in two seconds, and nothing is coarser.
    private static final Duration GRAIN = Duration.ofSeconds(2);

    private static final long SECOND = 1_000_000_000;
    private static final String UNIX = "unix:size,lastModifiedTime,ctime,ino";

    /// The kind of a file is in its mode (`st_mode` of POSIX's `sys/stat.h`).
    private static final int KIND = 0170000;

    static final int REGULAR = 0100000;
    static final int FOLDER = 0040000;
    static final int LINK = 0120000;

    /// The state of a file as it is now; a link's is that of the file that it leads to.
    ///
    /// @throws IOException if there is no such file, or it cannot be looked at
    public static FileState of(Path path) throws IOException {
        if (hasUnixView(path)) {
            return of(Files.readAttributes(path, UNIX));
        }
        BasicFileAttributes basic = Files.readAttributes(path, BasicFileAttributes.class);
        return new FileState(basic.size(), nanos(basic.lastModifiedTime()), 0, 0);
    }

    /// The state of a regular file, or of one that a link leads to; empty if it is something else, such as a folder.
    ///
    /// @throws IOException if there is no such file, or it cannot be looked at
    public static Optional<FileState> ofRegular(Path path) throws IOException {
        if (hasUnixView(path)) {
            Map<String, Object> unix = Files.readAttributes(path, UNIX + ",mode");
            return kind(unix) == REGULAR ? Optional.of(of(unix)) : Optional.empty();
        }
        return Files.isRegularFile(path) ? Optional.of(of(path)) : Optional.empty();
    }

    /// The state of a file whose attributes `size`, `lastModifiedTime`, `ctime` and `ino` were read.
    static FileState of(Map<String, Object> unix) {
        return new FileState(
                attribute(unix, "size", Long.class),
                nanos(attribute(unix, "lastModifiedTime", FileTime.class)),
                nanos(attribute(unix, "ctime", FileTime.class)),
                attribute(unix, "ino", Long.class));
    }

    /// [#REGULAR], [#FOLDER], [#LINK] or another kind of a file whose attribute `mode` was read.
    static int kind(Map<String, Object> unix) {
        return attribute(unix, "mode", Integer.class) & KIND;
    }

    static boolean hasUnixView(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    /// Whether the same state at any later time means the same content, if it was read at that moment.
    ///
    /// A file that was touched just before may be written again within one tick of the clock and keep its state
    /// ("racily clean", as Git says), so such a state is not trusted.
    public boolean isTrustedAt(Instant read) {
        long until = nanos(read) - GRAIN.toNanos();
        return changed != 0 ? changed < until : modified < until && modified % SECOND != 0;
    }

    private static <T> T attribute(Map<String, Object> attributes, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(attributes.get(name), name));
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * SECOND + instant.getNano();
    }

    /// Written out, because 100,000 of them are compared in a process that has just started: see [Digest#equals].
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileState state
                && size == state.size
                && modified == state.modified
                && changed == state.changed
                && file == state.file;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(31 * (31 * (31 * size + modified) + changed) + file);
    }
}
