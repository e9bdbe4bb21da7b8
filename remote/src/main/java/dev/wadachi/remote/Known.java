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
/// What is numbered is known with its bytes, see [#entryOf]: its name alone does not say whose it is.
///
/// A line is the first half of the digest of such an entry, with a minus before it where the object was found
/// missing or damaged since. Lines are appended by any number of processes; one that a kill tore is of another length
/// and passed over. To know too little costs requests. To know too much would lose an object, so the journal is thrown
/// away whenever somebody has collected the remote, or it is another remote; see [#resetUnless].
final class Known {

    private static final int DIGITS = 32;
    private static final String GONE = "-";

    private final Path file;
    private final Path epochFile;
    private final Set<String> lines = ConcurrentHashMap.newKeySet();
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
                    known.lines.add(line);
                } else if (line.length() == GONE.length() + DIGITS && line.startsWith(GONE)) {
                    known.lines.remove(line.substring(GONE.length()));
                }
            }
        } catch (NoSuchFileException nothingYet) {
            // The first use.
        }
        return known;
    }

    /// What is known of an object: its name, and with it the digest of its bytes where the name is a mere number.
    static String entryOf(String name, byte[] content) {
        return Kind.of(name).isNumbered() ? name + " " + Digest.of(content).hex() : name;
    }

    boolean contains(String entry) {
        return lines.contains(lineOf(entry));
    }

    int size() {
        return lines.size();
    }

    void add(String entry) throws IOException {
        addAll(Set.of(entry));
    }

    void addAll(Collection<String> more) throws IOException {
        var added = new StringBuilder();
        for (String entry : more) {
            String line = lineOf(entry);
            if (lines.add(line)) {
                added.append(line).append('\n');
            }
        }
        append(added);
    }

    private void append(CharSequence added) throws IOException {
        if (!added.isEmpty()) {
            synchronized (writing) {
                Files.writeString(
                        file,
                        added,
                        StandardCharsets.ISO_8859_1,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND);
            }
        }
    }

    /// The object was found missing or damaged.
    void forget(String entry) throws IOException {
        String line = lineOf(entry);
        if (lines.remove(line)) {
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
                lines.clear();
                Files.deleteIfExists(file);
                Files.writeString(epochFile, epoch);
            }
        }
    }

    private static String lineOf(String entry) {
        return Digest.of(entry.getBytes(StandardCharsets.UTF_8)).hex().substring(0, DIGITS);
    }
}
