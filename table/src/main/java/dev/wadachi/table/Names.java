package dev.wadachi.table;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// How names and texts are written in SQL, and which known name a wrong one was meant for.
final class Names {

    /// Arguments of a function that reads files, to stand behind its other ones: a folder called `item=tea` on the way
    /// to a file is a folder, not a column.
    static final String FILE_ALONE = ", hive_partitioning = false";

    private Names() {}

    /// An identifier in double quotes.
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// A text literal in single quotes.
    static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /// A file name as a literal that means this one file: DuckDB would read `*`, `?` and `[` as a pattern, in which a
    /// backslash would be no letter any more.
    ///
    /// @throws TableException if it has both
    static String literal(Path file) {
        String name = file.toAbsolutePath()
                .normalize()
                .toString()
                .replace(file.getFileSystem().getSeparator(), "/");
        String pattern = name.replaceAll("[\\[*?]", "[$0]");
        if (!pattern.equals(name) && name.indexOf('\\') >= 0) {
            throw new TableException("the name of " + file + " has a '\\' beside a '*', '?' or '[', which DuckDB cannot"
                    + " read; rename it");
        }
        return literal(pattern);
    }

    /// The candidate with the fewest letters to change, if it is near enough to have been meant.
    static Optional<String> nearest(String name, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> distance(name, candidate) <= (name.length() + 2) / 3)
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
    }

    /// Levenshtein's distance, without regard to case.
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
