package dev.wadachi.remote;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which objects this machine knows to be in the remote, so that it need not ask: the journal `remote/<id>/known`.
///
/// A line is the first half of the digest of an object's name, with a minus before it where the object was found
/// missing or damaged since. Lines are appended by any number of processes; one that a kill tore is of another length
/// and passed over. To know too little costs requests. To know too much would lose an object, so the journal is thrown
/// away whenever somebody has collected the remote, or it is another remote; see [#resetUnless].
final class Known {

    private static final int DIGITS = 32;
    private static final String GONE = "-";

    private final Path file;
    private final Path epochFile;
    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final Object writing = new Object();

    private Known(Path folder) {
        this.file = folder.resolve("known");
        this.epochFile = folder.resolve("epoch");
    }

    /// The journal in a folder, which is made if it is not there.
    static Known in(Path folder) throws IOException {
        Files.createDirectories(folder);
        var known = new Known(folder);
        try {
            for (String line :
                    Files.readString(known.file, StandardCharsets.ISO_8859_1).split("\n", -1)) {
                if (line.length() == DIGITS) {
                    known.names.add(line);
                } else if (line.length() == GONE.length() + DIGITS && line.startsWith(GONE)) {
                    known.names.remove(line.substring(GONE.length()));
                }
            }
        } catch (NoSuchFileException nothingYet) {
            // The first use.
        }
        return known;
    }

    boolean contains(String name) {
        return names.contains(lineOf(name));
    }

    int size() {
        return names.size();
    }

    void add(String name) throws IOException {
        addAll(Set.of(name));
    }

    void addAll(Collection<String> more) throws IOException {
        var lines = new StringBuilder();
        for (String name : more) {
            String line = lineOf(name);
            if (names.add(line)) {
                lines.append(line).append('\n');
            }
        }
        append(lines);
    }

    private void append(CharSequence lines) throws IOException {
        if (!lines.isEmpty()) {
            synchronized (writing) {
                Files.writeString(
                        file,
                        lines,
                        StandardCharsets.ISO_8859_1,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND);
            }
        }
    }

    /// The object was found missing or damaged.
    void forget(String name) throws IOException {
        String line = lineOf(name);
        if (names.remove(line)) {
            append(GONE + line + "\n");
        }
    }

    /// From now on this is what is known of a remote that this process began.
    void begin(String epoch) throws IOException {
        Files.writeString(epochFile, epoch);
    }

    /// Forgets everything unless it was learned of the same remote, since the same collection.
    ///
    /// @param epoch names both; empty of a remote that nobody has begun, of which nothing can be known
    void resetUnless(String epoch) throws IOException {
        String before = Files.exists(epochFile) ? Files.readString(epochFile) : "";
        if (epoch.isEmpty() || !before.equals(epoch)) {
            synchronized (writing) {
                names.clear();
                Files.deleteIfExists(file);
                Files.writeString(epochFile, epoch);
            }
        }
    }

    private static String lineOf(String name) {
        return Digest.of(name.getBytes(StandardCharsets.UTF_8)).hex().substring(0, DIGITS);
    }
}
