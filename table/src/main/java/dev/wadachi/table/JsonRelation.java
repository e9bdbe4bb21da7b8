package dev.wadachi.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The rows of a file of JSON lines. Its columns are found out when its schema is asked for, from all of its lines: a
/// member that is first seen late is no surprise later.
record JsonRelation(Path file, String sql, Schema schema) implements Relation {
    /// Texts in JSON, whose digits are no numbers.
    private static final String TEXTS = "\"([^\"\\\\]|\\\\.)*\"";

    /// A whole number of so many digits that it may lie beyond 2⁵³.
    private static final String LONG_NUMBER = "(?:^|[\\[:,])\\s*(-?[0-9]{16,})\\b";

    static JsonRelation of(Path file) {
        Paths.mustExist(file);
        String read = "read_json(" + Names.literal(file)
                + ", format = 'newline_delimited', records = true, sample_size = -1" + Names.FILE_ALONE + ")";
        try (Session session = DuckDb.shared().open(Lane.PARALLEL)) {
            Schema found = session.describe("SELECT * FROM " + read);
            refuseRounded(session, file, found);
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

    /// The failure with every line that is no JSON object; as it was if lines are not what is wrong.
    private static TableException explained(Path file, TableException failure) {
        List<String> problems = List.of();
        try {
            problems = new JsonLines(file).problems();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return problems.isEmpty()
                ? new TableException(
                        "the file of JSON lines " + file + " cannot be read\n" + failure.getMessage(), failure)
                : new TableException(
                        "the file of JSON lines " + file + " has bad lines\n  " + String.join("\n  ", problems),
                        failure);
    }

    /// Where some numbers of a column have fractions, all are floating-point ones, which hold whole numbers up to 2⁵³
    /// exactly and few beyond.
    ///
    /// @throws TableException if there is one of the others: it names the column, the number and its line
    private static void refuseRounded(Session session, Path file, Schema found) {
        for (Column column : found.columns()) {
            if (column.type().sql().contains(ColumnType.DOUBLE.sql())) {
                rounded(session, file, column).ifPresent(number -> {
                    throw new TableException("the file of JSON lines " + file + " has in column \"" + column.name()
                            + "\"" + line(file, number) + " the whole number " + number
                            + ", whose digits a floating-point number cannot hold\n  other values of the column make it "
                            + column.type() + "; write such numbers as texts: \"" + number + "\"");
                });
            }
        }
    }

    private static Optional<String> rounded(Session session, Path file, Column column) {
        String text = "regexp_replace(CAST(" + Names.quoted(column.name()) + " AS VARCHAR), " + Names.literal(TEXTS)
                + ", '\"\"', 'g')";
        String numbers = "SELECT unnest(regexp_extract_all(" + text + ", " + Names.literal(LONG_NUMBER)
                + ", 1)) AS number FROM read_json(" + Names.literal(file)
                + ", format = 'newline_delimited', records = true, columns = {" + Names.literal(column.name())
                + ": 'JSON'}" + Names.FILE_ALONE + ")";
        return Optional.ofNullable(session.texts("SELECT min(number) FROM (" + numbers
                        + ") WHERE TRY_CAST(TRY_CAST(number AS DOUBLE) AS HUGEINT) IS DISTINCT FROM"
                        + " TRY_CAST(number AS HUGEINT) OR TRY_CAST(number AS HUGEINT) IS NULL")
                .getFirst());
    }

    private static String line(Path file, String number) {
        try {
            return ", line " + Preview.grouped(new JsonLines(file).with(number)) + ",";
        } catch (IOException gone) {
            return "";
        }
    }
}
