package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file's size and time, which show cheaply that its content is what it was.
///
/// They do not always show it. A file that is written twice within one tick of its file system's clock has one time
/// for two contents ("racily clean", as git says); and builds that make reproducible images give every file the same
/// whole second. So only a time with a fraction of a second that was old enough when it was taken is trusted;
/// otherwise the content is read.
///
/// @param size in bytes
/// @param seconds of the last change, since 1970
/// @param nanos of that second
record FileStamp(long size, long seconds, int nanos) {

    /// FAT counts in two seconds, and nothing is coarser.
    private static final Duration TICK = Duration.ofSeconds(2);

    static FileStamp of(Path file) throws IOException {
        return of(Files.readAttributes(file, BasicFileAttributes.class));
    }

    static FileStamp of(BasicFileAttributes attributes) {
        Instant changed = attributes.lastModifiedTime().toInstant();
        return new FileStamp(attributes.size(), changed.getEpochSecond(), changed.getNano());
    }

    /// Whether an equal stamp at any later time means equal content, if this one was taken at that moment.
    boolean isTrustedAt(Instant taken) {
        return nanos != 0 && Instant.ofEpochSecond(seconds, nanos).plus(TICK).isBefore(taken);
    }

    /// Written out, because a thousand of them are compared in a process that has just started: see [Digest#equals].
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileStamp stamp
                && size == stamp.size
                && seconds == stamp.seconds
                && nanos == stamp.nanos;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(31 * (31 * size + seconds) + nanos);
    }
}
