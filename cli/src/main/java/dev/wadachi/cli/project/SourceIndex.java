package dev.wadachi.cli.project;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.FileState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Digests of the sources, remembered with the state that each file was in, so that a file is read again only when its
/// state is another.
///
/// A file that was touched shortly before the index was written is always read again: a second edit within the clock's
/// grain would leave the same state. (Git calls such entries racy.) The index is a cache; losing it costs a reading.
final class SourceIndex {

    private static final String FORMAT = "wadachi source index 2";

    private final Path file;
    private final Map<String, Entry> known;

    private record Entry(FileState state, Digest digest, Instant written) {

        boolean holds(FileState now) {
            return now.equals(state) && state.isTrustedAt(written);
        }

        String text(String path) {
            return String.join(
                    " ",
                    digest.hex(),
                    Long.toString(state.size()),
                    Long.toString(state.modified()),
                    Long.toString(state.changed()),
                    Long.toString(state.file()),
                    written.toString(),
                    path);
        }

        static Entry of(String[] parts) {
            FileState state = new FileState(
                    Long.parseLong(parts[1]),
                    Long.parseLong(parts[2]),
                    Long.parseLong(parts[3]),
                    Long.parseLong(parts[4]));
            return new Entry(state, Digest.parse(parts[0]), Instant.parse(parts[5]));
        }
    }

    private SourceIndex(Path file, Map<String, Entry> known) {
        this.file = file;
        this.known = known;
    }

    /// The index that was kept in `file`; empty if there is none, or none that this release reads.
    static SourceIndex open(Path file) {
        Map<String, Entry> known = new HashMap<>();
        try {
            List<String> lines = Files.readAllLines(file);
            if (!lines.isEmpty() && lines.getFirst().equals(FORMAT)) {
                for (String line : lines.subList(1, lines.size())) {
                    String[] parts = line.split(" ", 7);
                    known.put(parts[6], Entry.of(parts));
                }
            }
        } catch (NoSuchFileException e) {
            return new SourceIndex(file, known);
        } catch (IOException | RuntimeException e) {
            // A torn or foreign index is as good as none.
            known.clear();
        }
        return new SourceIndex(file, known);
    }

    /// The digest of each file by its path relative to `root`, with `/` on every system.
    SortedMap<String, Digest> digests(Path root, List<Path> files) {
        Instant now = Instant.now();
        SortedMap<String, Entry> entries = new TreeMap<>();
        for (Path path : files) {
            String name = root.relativize(path).toString().replace('\\', '/');
            Entry before = known.get(name);
            FileState state = state(path);
            entries.put(name, before != null && before.holds(state) ? before : new Entry(state, digest(path), now));
        }
        if (!entries.equals(known)) {
            write(entries);
        }
        SortedMap<String, Digest> digests = new TreeMap<>();
        entries.forEach((name, entry) -> digests.put(name, entry.digest()));
        return digests;
    }

    private void write(SortedMap<String, Entry> entries) {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        entries.forEach((name, entry) -> text.append(entry.text(name)).append('\n'));
        AtomicFiles.write(file, text.toString());
    }

    private static Digest digest(Path path) {
        try {
            return Digest.ofFile(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static FileState state(Path path) {
        try {
            return FileState.of(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
