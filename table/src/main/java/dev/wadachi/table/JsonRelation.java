package dev.wadachi.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The rows of a file of JSON lines. Its columns are found out when its schema is asked for, from all of its lines: a
/// member that is first seen late is no surprise later.
record JsonRelation(Path file, String sql, Schema schema) implements Relation {

    /// How DuckDB names the second of two members of an inner object whose names differ in case alone.
    private static final Pattern TWIN = Pattern.compile("Duplicate name \"+([^\"]*)\"+");

    static JsonRelation of(Path file) {
        Paths.mustExist(file);
        Path text = JsonText.unmarked(file);
        String read = "read_json(" + Names.literal(text)
                + ", format = 'newline_delimited', records = true, sample_size = -1" + Names.FILE_ALONE + ")";
        try (Session session = DuckDb.shared().open(Lane.PARALLEL)) {
            Schema found = session.describe("SELECT * FROM " + read);
            JsonCheck check = new JsonCheck(session, file, text);
            check.refuseTwins(found);
            check.refuseChanged(found);
            return new JsonRelation(file, Storable.select(found, read), Storable.schema(found));
        } catch (TableException e) {
            throw e.getCause() == null ? e : explained(file, e);
        }
    }

    @Override
    public boolean isSettled() {
        return false;
    }

    @Override
    public TableException explain(TableException failure) {
        return explained(file, failure);
    }

    /// The failure with every line that is no JSON object; in other words if lines are not what is wrong.
    private static TableException explained(Path file, TableException failure) {
        try {
            JsonLines lines = new JsonLines(file);
            List<String> problems = lines.problems();
            return TableException.insteadOf(
                    failure,
                    "the file of JSON lines " + file
                            + (problems.isEmpty()
                                    ? " cannot be read\n  " + inWords(lines, failure)
                                    : " has bad lines\n  " + String.join("\n  ", problems)));
        } catch (IOException e) {
            failure.addSuppressed(e);
            return failure;
        }
    }

    private static String inWords(JsonLines lines, TableException failure) throws IOException {
        if (!lines.haveMembers()) {
            return "no object in it has a member, so there is no column; leave the file out, or write an object with"
                    + " members on each line";
        }
        String said = String.valueOf(failure.getMessage());
        Matcher twin = TWIN.matcher(said);
        return twin.find()
                ? "an object within a column has another member beside \"" + twin.group(1)
                        + "\" whose name differs in case alone; rename one of them"
                : said.lines()
                        .takeWhile(line ->
                                !line.isBlank() && !line.strip().startsWith("Try ") && !line.startsWith("LINE "))
                        .collect(Collectors.joining("\n  "));
    }
}
