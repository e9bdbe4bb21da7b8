package dev.wadachi.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Finds what DuckDB would change in JSON lines to make columns of them.
///
/// @param file as it was given, for messages
/// @param text the file itself, or a copy
record JsonCheck(Session session, Path file, Path text) {

    /// Texts in JSON, whose digits are no numbers.
    private static final String TEXTS = "\"([^\"\\\\]|\\\\.)*\"";

    /// A whole number of so many digits that it may lie beyond 2⁵³, or one whose exponent may lie beyond all.
    private static final String LARGE_NUMBER = "(?:^|[\\[:,])\\s*(-?[0-9]{16,}\\b|-?[0-9.]+[eE][+]?[0-9]{3,})";

    private static final String ROUNDED =
            "CASE WHEN contains(lower(number), 'e') THEN isinf(TRY_CAST(number AS DOUBLE))"
                    + " ELSE TRY_CAST(TRY_CAST(number AS DOUBLE) AS HUGEINT) IS DISTINCT FROM TRY_CAST(number AS HUGEINT)"
                    + " OR TRY_CAST(number AS HUGEINT) IS NULL END";

    private static final String BEYOND = "NOT contains(lower(number), 'e') AND TRY_CAST(number AS BIGINT) IS NULL";

    /// Members whose names differ in case alone would be the columns `a` and `A_1`.
    ///
    /// @throws TableException if there are some: it names all of them
    void refuseTwins(Schema found) {
        List<String> names = found.names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        boolean isNumbered = names.stream()
                .anyMatch(name -> name.matches("(?s).*_[0-9]+") && names.contains(name.replaceAll("_[0-9]+$", "")));
        if (!isNumbered) {
            return;
        }
        List<String> twins = members().values().stream()
                .filter(same -> same.size() > 1)
                .map(same -> "\"" + String.join("\" and \"", same) + "\"")
                .toList();
        if (!twins.isEmpty()) {
            throw new TableException(
                    "the file of JSON lines " + file + " has members whose names differ in case alone: "
                            + String.join(", ", twins)
                            + "\n  a table has one column of a name, whatever its case; rename one of"
                            + " them");
        }
    }

    /// The names that objects have on the outside, by their letters in lower case.
    private Map<String, List<String>> members() {
        Map<String, List<String>> members = new TreeMap<>();
        session.read(
                "SELECT DISTINCT unnest(json_keys(json)) AS name FROM read_json_objects(" + Names.literal(text)
                        + ", format = 'newline_delimited'" + Names.FILE_ALONE + ") ORDER BY name DESC",
                (chunk, rows) -> {
                    for (int row = 0; row < rows; row++) {
                        String name = String.valueOf(chunk.vector(0).getString(row));
                        members.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                                .add(name);
                    }
                });
        return members;
    }

    /// Where some numbers of a column have fractions, all are floating-point ones, which hold whole numbers up to 2⁵³
    /// exactly and few beyond; and whole numbers beyond 64 bits have no place in Parquet.
    ///
    /// @throws TableException if there is one of them: it names the column, the number and its line
    void refuseChanged(Schema found) {
        for (Column column : found.columns()) {
            if (column.type().sql().contains("HUGEINT")) {
                refuse(column, BEYOND, "lies beyond 64 bits with a sign");
            } else if (column.type().sql().contains(ColumnType.DOUBLE.sql())) {
                refuse(column, ROUNDED, "");
            }
        }
    }

    private void refuse(Column column, String condition, String why) {
        first(column, condition).ifPresent(number -> {
            boolean isWhole = !number.toLowerCase(Locale.ROOT).contains("e");
            String shown = Excerpt.shortened(number);
            throw new TableException("the file of JSON lines " + file + " has in column \"" + column.name() + "\""
                    + line(number) + " the " + (isWhole ? "whole " : "") + "number " + shown + ", "
                    + (why.isEmpty() ? rounding(isWhole) : "which " + why)
                    + "\n  write such numbers as texts: \"" + shown + "\"; the others of the column would be "
                    + Storable.type(column.type()));
        });
    }

    private static String rounding(boolean isWhole) {
        return isWhole
                ? "whose digits a floating-point number cannot hold"
                : "which is larger than all floating-point numbers";
    }

    private Optional<String> first(Column column, String condition) {
        String bare = "regexp_replace(CAST(" + Names.quoted(column.name()) + " AS VARCHAR), " + Names.literal(TEXTS)
                + ", '\"\"', 'g')";
        String numbers = "SELECT unnest(regexp_extract_all(" + bare + ", " + Names.literal(LARGE_NUMBER)
                + ", 1)) AS number FROM read_json(" + Names.literal(text)
                + ", format = 'newline_delimited', records = true, columns = {" + Names.literal(column.name())
                + ": 'JSON'}" + Names.FILE_ALONE + ")";
        return Optional.ofNullable(session.texts("SELECT min(number) FROM (" + numbers + ") WHERE " + condition)
                .getFirst());
    }

    private String line(String number) {
        try {
            return ", line " + Preview.grouped(new JsonLines(file).with(number)) + ",";
        } catch (IOException gone) {
            return "";
        }
    }
}
