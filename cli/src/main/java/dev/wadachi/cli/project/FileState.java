package dev.wadachi.cli.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// What the file system says about a file without reading it.
///
/// Where it keeps a *change* time, which programs cannot set, an equal state means equal content, unless the file was
/// touched within the clock's grain: see [SourceIndex]. Elsewhere (on Windows) a state is never trusted.
///
/// @param size in bytes
/// @param modified in nanoseconds since 1970
/// @param changed when content or attributes last changed, in nanoseconds since 1970; 0 where that is not kept
/// @param file the file's number in its file system; 0 where there is none
record FileState(long size, long modified, long changed, long file) {

    static FileState of(Path path) {
        try {
            if (path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
                Map<String, Object> unix = Files.readAttributes(path, "unix:size,lastModifiedTime,ctime,ino");
                return new FileState(
                        attribute(unix, "size", Long.class),
                        nanos(attribute(unix, "lastModifiedTime", FileTime.class)),
                        nanos(attribute(unix, "ctime", FileTime.class)),
                        attribute(unix, "ino", Long.class));
            }
            BasicFileAttributes basic = Files.readAttributes(path, BasicFileAttributes.class);
            return new FileState(basic.size(), nanos(basic.lastModifiedTime()), 0, 0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    boolean tells() {
        return changed != 0;
    }

    private static <T> T attribute(Map<String, Object> attributes, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(attributes.get(name), name));
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }
}
