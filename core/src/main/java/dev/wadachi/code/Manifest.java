package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The text whose digest is a code signature: one line for each method and type, sorted, like a list of checksums.
///
/// It is kept as a blob, so that years later somebody can see which method it was. Line numbers are not in it: a new
/// comment above a method moves it and changes nothing.
///
/// @param methods digests by full name; types and static initialiser are among them
/// @param missing classes that the code names and that were not there
record Manifest(SortedMap<String, Digest> methods, SortedSet<String> missing) {

    private static final String HEADER = "wadachi code signature 1";
    private static final String MISSING = "missing ";
    private static final String SEPARATOR = "  ";

    Manifest {
        methods = Collections.unmodifiableSortedMap(new TreeMap<>(methods));
        missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
    }

    /// What stands in for the code of a task that carries `@Version`.
    static String ofVersion(String version) {
        return HEADER + "\nversion " + version + "\n";
    }

    String text() {
        StringBuilder text =
                new StringBuilder(128 * methods.size()).append(HEADER).append('\n');
        methods.forEach((name, digest) ->
                text.append(digest.hex()).append(SEPARATOR).append(name).append('\n'));
        missing.forEach(name -> text.append(MISSING).append(name).append('\n'));
        return text.toString();
    }

    /// Reads a text back; empty if something else wrote it.
    static Optional<Manifest> parse(String text) {
        if (!text.startsWith(HEADER + "\n")) {
            return Optional.empty();
        }
        SortedMap<String, Digest> methods = new TreeMap<>();
        SortedSet<String> missing = new TreeSet<>();
        for (String line : text.split("\n", -1)) {
            int separator = line.indexOf(SEPARATOR);
            if (separator == 2 * Digest.BYTES) {
                methods.put(line.substring(separator + SEPARATOR.length()), Digest.parse(line.substring(0, separator)));
            } else if (line.startsWith(MISSING)) {
                missing.add(line.substring(MISSING.length()));
            }
        }
        return Optional.of(new Manifest(methods, missing));
    }
}
