package dev.wadachi.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds every bad row of a CSV file, once reading it has failed at the first.
///
/// @param schema the columns as they were found out, before they became storable
record CsvRejects(CsvFile file, CsvOptions options, Schema schema) {
    private static final int SHOWN = 10;

    /// The failure with all bad rows, their lines and columns; as it was if rows are not what is wrong.
    TableException explain(TableException failure) {
        try (Session session = DuckDb.shared().open(Lane.PARALLEL)) {
            // Types as the failed reading had them: with rejects allowed, others might be found out.
            CsvOptions same = options;
            for (Column column : schema.columns()) {
                same = same.type(column.name(), column.type());
            }
            // A column that nobody asks for is not parsed.
            String every = schema.columns().stream()
                    .map(column -> "count(" + Names.quoted(column.name()) + ")")
                    .collect(Collectors.joining(", "));
            session.texts("SELECT " + every + " FROM read_csv(" + file.literal() + same.arguments() + Names.FILE_ALONE
                    + ", store_rejects = true, rejects_limit = 0)");
            return count(session) == 0 ? failure : TableException.insteadOf(failure, told(file, session));
        } catch (TableException alsoFailed) {
            failure.addSuppressed(alsoFailed);
            return failure;
        }
    }

    /// How many bad rows the session has met.
    static long count(Session session) {
        return session.number("SELECT count(DISTINCT line) FROM reject_errors");
    }

    /// All bad rows that the session has met, in one file.
    static String told(CsvFile file, Session session) {
        long count = count(session);
        List<String> problems = new ArrayList<>();
        problems.add(file + " has " + (count == 1 ? "a bad row" : Preview.grouped(count) + " bad rows"));
        session.read(
                "SELECT line, column_name, CAST(error_type AS VARCHAR), error_message, csv_line FROM reject_errors "
                        + "ORDER BY line, column_idx LIMIT " + SHOWN,
                (chunk, rows) -> {
                    for (int row = 0; row < rows; row++) {
                        problems.add(problem(
                                chunk.vector(0).getUint64(row).longValue(),
                                text(chunk.vector(1).getString(row)),
                                text(chunk.vector(2).getString(row)),
                                text(chunk.vector(3).getString(row)),
                                text(chunk.vector(4).getString(row))));
                    }
                });
        if (count > SHOWN) {
            problems.add("and more");
        }
        problems.add(
                "mend the file; or say what it means: CsvOptions.sniffed().type(…), .missing(…), .delimiter(…), .charset(…);"
                        + " lines above the table are passed over with .skip(…)");
        return String.join("\n  ", problems);
    }

    private static String problem(long line, String column, String type, String message, String text) {
        String place = "line " + Preview.grouped(line) + (column.isEmpty() ? "" : ", column \"" + column + "\"");
        return place + ": " + what(type, message) + " in '" + Excerpt.shortened(text) + "'";
    }

    /// DuckDB's message of a cast holds advice that is about SQL.
    private static String what(String type, String message) {
        return switch (type) {
            case "CAST" ->
                message.replaceFirst("(?s)^Error when converting column \"[^\"]*\"\\. ", "")
                        .strip()
                        .lines()
                        .findFirst()
                        .orElse(message);
            case "MISSING COLUMNS" -> "cells are missing";
            case "TOO MANY COLUMNS" -> "there are too many cells";
            case "UNQUOTED VALUE" -> "a quote is not closed, or something follows it";
            case "LINE SIZE OVER MAXIMUM" -> "the line is too long";
            case "INVALID ENCODING", "INVALID UNICODE" -> "the text is not UTF-8";
            default -> message.strip();
        };
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
