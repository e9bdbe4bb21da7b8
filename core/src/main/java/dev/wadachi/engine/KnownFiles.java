package dev.wadachi.engine;

import dev.wadachi.code.KeptFile;
import dev.wadachi.digest.Contents;
import dev.wadachi.digest.Digest;
import dev.wadachi.digest.FileState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Digests of files with the states that they were in, kept in one file of text. Thread-safe.
///
/// The first line has the check sum of the others, each of which is digest, size, times, number and name. A torn or
/// damaged file is as good as none.
final class KnownFiles {

    private static final String HEADER = "wadachi file digests 1 ";

    private final Path file;
    private final Contents reader;
    private final InstantSource clock;
    private final Object reading = new Object();
    private volatile @Nullable Map<String, Known> known;
    private volatile boolean hasNews;

    private record Known(FileState state, Digest digest) {}

    /// @param file where it is kept
    /// @param reader reads what is not known
    /// @param clock says when a file was read
    KnownFiles(Path file, Contents reader, InstantSource clock) {
        this.file = file;
        this.reader = reader;
        this.clock = clock;
    }

    /// The digest of a file.
    ///
    /// @throws IOException if there is no such file, or it cannot be read
    Digest digest(String name, Path path) throws IOException {
        return digest(name, path, FileState.of(path));
    }

    /// The digest of a file that was just found in this state.
    ///
    /// @throws IOException if it is gone, or cannot be read
    Digest digest(String name, Path path, FileState state) throws IOException {
        Map<String, Known> before = known();
        Known remembered = before.get(name);
        if (remembered != null && remembered.state().equals(state)) {
            return remembered.digest();
        }
        Instant read = clock.instant();
        Digest digest = reader.ofFile(path);
        if (state.isTrustedAt(read) && FileState.of(path).equals(state)) {
            before.put(name, new Known(state, digest));
            hasNews = true;
        } else if (remembered != null) {
            before.remove(name);
            hasNews = true;
        }
        return digest;
    }

    /// Forgets what is not there any more.
    ///
    /// @param names of all files, each once
    void forgetAllBut(List<String> names) {
        Map<String, Known> all = known();
        int there = 0;
        for (String name : names) {
            there += all.containsKey(name) ? 1 : 0;
        }
        if (there < all.size()) {
            all.keySet().retainAll(Set.copyOf(names));
            hasNews = true;
        }
    }

    /// Guarded by a lock of its own: whoever checks a folder holds this object, while several threads ask it.
    private Map<String, Known> known() {
        Map<String, Known> read = known;
        if (read == null) {
            synchronized (reading) {
                read = known;
                if (read == null) {
                    read = read();
                    known = read;
                }
            }
        }
        return read;
    }

    private Map<String, Known> read() {
        try {
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            int start = afterFirstLine(bytes);
            String first = new String(bytes, 0, start, StandardCharsets.UTF_8);
            if (first.equals(HEADER + checkSum(bytes, start) + "\n")) {
                List<String> lines = lines(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8));
                Map<String, Known> entries = new ConcurrentHashMap<>(2 * lines.size());
                Parallel.each(lines, line -> read(line, entries));
                return entries;
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            return new ConcurrentHashMap<>();
        }
        return new ConcurrentHashMap<>();
    }

    private static int afterFirstLine(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, bytes.length);
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            lines.add(text.substring(from, end));
            from = end + 1;
        }
        return lines;
    }

    private static void read(String line, Map<String, Known> entries) {
        int size = line.indexOf(' ') + 1;
        int modified = line.indexOf(' ', size) + 1;
        int changed = line.indexOf(' ', modified) + 1;
        int number = line.indexOf(' ', changed) + 1;
        int name = line.indexOf(' ', number) + 1;
        FileState state = new FileState(
                number(line, size, modified),
                number(line, modified, changed),
                number(line, changed, number),
                number(line, number, name));
        entries.put(line.substring(name), new Known(state, Digest.parse(line.substring(0, size - 1))));
    }

    /// The number between these two places, a space at its end.
    private static long number(String line, int from, int to) {
        return Long.parseLong(line, from, to - 1, 10);
    }

    /// Writes what is known, if there is news. A failure to write is no failure: the next process reads the files.
    void keep() {
        if (!hasNews) {
            return;
        }
        hasNews = false;
        Map<String, Known> entries = known();
        StringBuilder lines = new StringBuilder(entries.size() * 140);
        entries.forEach((name, each) -> lines.append(each.digest().hex())
                .append(' ')
                .append(each.state().size())
                .append(' ')
                .append(each.state().modified())
                .append(' ')
                .append(each.state().changed())
                .append(' ')
                .append(each.state().file())
                .append(' ')
                .append(name)
                .append('\n'));
        try {
            byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
            byte[] first = (HEADER + checkSum(bytes, 0) + "\n").getBytes(StandardCharsets.UTF_8);
            KeptFile.write(file, first, bytes);
        } catch (IOException notRemembered) {
            System.getLogger("dev.wadachi")
                    .log(System.Logger.Level.DEBUG, "digests of files are not remembered", notRemembered);
        }
    }

    /// Against torn and damaged files, not against malice.
    private static String checkSum(byte[] bytes, int from) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, bytes.length - from);
        return Long.toHexString(sum.getValue());
    }
}
