package dev.wadachi.digest;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files of a folder with their digests: what a folder contains, whatever its times, owners and empty folders.
///
/// Its text has a line for each file, sorted by path: digest, size, path. The text's digest is the folder's.
///
/// @param files path within the folder, with `/` on every system, to what is there
public record FolderListing(SortedMap<String, Entry> files) {

    /// A file of a folder.
    ///
    /// @param digest of its content
    /// @param size in bytes
    public record Entry(Digest digest, long size) {

        /// Adds the line of the file that lies at this path.
        void line(String path, StringBuilder text) {
            text.append(digest.hex())
                    .append(' ')
                    .append(size)
                    .append(' ')
                    .append(path)
                    .append('\n');
        }
    }

    /// Keeps an unmodifiable copy.
    ///
    /// @throws IllegalArgumentException if a path leads out of the folder, or cannot be written on a line
    public FolderListing {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        files.keySet().forEach(FolderListing::requireListable);
    }

    static void requireListable(String path) {
        if (leadsOut(path) || path.indexOf('\n') >= 0 || path.indexOf('\r') >= 0) {
            throw new IllegalArgumentException(
                    "the file name '" + path.replace("\n", "\\n").replace("\r", "\\r")
                            + "' cannot be listed: it has a line end, or leads out of its folder; rename the file");
        }
    }

    /// This listing, if its files can be brought to any machine.
    ///
    /// @throws IllegalArgumentException if a name has a `:` or a `\`, which mean something else on some systems
    public FolderListing requirePortable() {
        for (String path : files.keySet()) {
            if (!isPortable(path)) {
                throw new IllegalArgumentException("the file name '" + path
                        + "' cannot be kept on every system: it has a ':' or a '\\'; rename the file");
            }
        }
        return this;
    }

    /// Whether a file of this path could be brought to any machine.
    public static boolean isPortable(String path) {
        return path.chars().noneMatch(c -> "\\:\n\r\0".indexOf(c) >= 0);
    }

    /// Whether a step of the path is empty or goes anywhere but down.
    private static boolean leadsOut(String path) {
        if (path.indexOf('\0') >= 0) {
            return true;
        }
        int end;
        for (int from = 0; from <= path.length(); from = end + 1) {
            int slash = path.indexOf('/', from);
            end = slash < 0 ? path.length() : slash;
            boolean isDots =
                    path.startsWith(".", from) && (end - from == 1 || (end - from == 2 && path.startsWith("..", from)));
            if (end == from || isDots) {
                return true;
            }
        }
        return false;
    }

    /// Reads what [#text()] wrote of files that can be brought to any machine.
    ///
    /// @throws IllegalArgumentException if the text is anything else
    public static FolderListing parse(String text) {
        SortedMap<String, Entry> files = new TreeMap<>();
        text.lines().forEach(line -> {
            String[] fields = line.split(" ", 3);
            if (fields.length < 3) {
                throw new IllegalArgumentException("a line of a listing is '<digest> <size> <path>', but was " + line);
            }
            files.put(fields[2], new Entry(Digest.parse(fields[0]), Long.parseLong(fields[1])));
        });
        return new FolderListing(files).requirePortable();
    }

    /// The listing as text; equal folders, equal text.
    public String text() {
        return text(files.entrySet());
    }

    static String text(Collection<Map.Entry<String, Entry>> files) {
        StringBuilder text = new StringBuilder(files.size() * 100);
        for (Map.Entry<String, Entry> file : files) {
            file.getValue().line(file.getKey(), text);
        }
        return text.toString();
    }

    /// The digest of the folder.
    public Digest digest() {
        return digest(text());
    }

    static Digest digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The number of bytes in all files.
    public long bytes() {
        return files.values().stream().mapToLong(Entry::size).sum();
    }
}
