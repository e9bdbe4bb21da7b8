package dev.wadachi.table;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What DuckDB says when something goes wrong, made fit for people.
final class Complaint {
    /// What code of ours threw while DuckDB called it comes back as text: the exception's name, its message, its stack.
    private static final Pattern THROWN =
            Pattern.compile("(?s).*?" + Pattern.quote(TableException.class.getName()) + ": (.*?)(?:\\R\\s+at .*)?");

    /// Writers in the background tell what went wrong as JSON.
    private static final Pattern IN_JSON =
            Pattern.compile("(?s).*\"exception_message\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\".*");

    /// A HUGEINT that does not fit into the type that it is kept in: see [Storable].
    private static final Pattern TOO_LARGE = Pattern.compile("Type U?INT128 with value (-?\\d+) can't be cast");

    private Complaint() {}

    /// The message without the driver's prefix, stacks and trailing blank lines; of a full disk, with what to do.
    static String of(SQLException e) {
        String message = String.valueOf(e.getMessage());
        Matcher thrown = THROWN.matcher(message);
        if (thrown.matches()) {
            return thrown.group(1).strip();
        }
        Matcher json = IN_JSON.matcher(message);
        String said = json.matches() ? json.group(1).replaceAll("\\\\(.)", "$1") : message;
        String words = said.replaceFirst("^java\\.sql\\.SQLException: ", "").strip();
        Matcher large = TOO_LARGE.matcher(words);
        return large.find()
                ? "the whole number " + large.group(1)
                        + " is beyond 64 bits, as sums and products can be; cast it in the"
                        + " query, to double or to decimal(38, 0)"
                : words + hint(said);
    }

    /// The exception to throw; without a cause that would only say the same again, with stacks and JSON in its message.
    static TableException thrown(SQLException e) {
        String said = of(e);
        String raw = String.valueOf(e.getMessage());
        return THROWN.matcher(raw).matches() || IN_JSON.matcher(raw).matches()
                ? new TableException(said)
                : new TableException(said, e);
    }

    private static String hint(String said) {
        return said.contains("No space left") || said.contains("not enough space")
                ? "\n  the disk is full: make room and do it again; temporary files lie in "
                        + System.getProperty("java.io.tmpdir")
                : "";
    }
}
