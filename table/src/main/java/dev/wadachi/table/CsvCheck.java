package dev.wadachi.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Reads the cells of a CSV file as they stand there, before anybody takes them for numbers and days.
///
/// Types and dialect are found out from the first rows, and DuckDB then makes what comes later fit: 0.9 in a column of
/// whole numbers becomes 1, a time in a column of days is dropped; and where the lines that it looks at are of several
/// lengths, it takes each for one long text. Here both are bad rows.
///
/// @param columns the names of the columns
record CsvCheck(CsvFile file, CsvOptions options, CsvDialect dialect, List<String> columns) {
    private static final int SHOWN = 10;

    /// Lines from which it is told whether they look like rows.
    private static final int LOOKED_AT = 1_000;

    /// A cell that its column would change.
    private record Changed(long row, String column, String cell, ColumnType type) {}

    /// Refuses a file of which each line would be one text, although most lines look like rows of cells.
    static void refuseLongTexts(CsvFile file, CsvOptions options) {
        List<String> lines = file.lines(options.skipped(), LOOKED_AT);
        for (String delimiter : CsvDialect.DELIMITERS) {
            List<Integer> cells = lines.stream()
                    .map(line -> CsvDialect.cells(line, delimiter, CsvDialect.USUAL_QUOTE)
                            .size())
                    .toList();
            List<Integer> cut = cells.stream().filter(count -> count > 1).toList();
            if (2 * cut.size() <= lines.size()) {
                continue;
            }
            if (cells.getFirst() > 1) {
                ragged(file, options).ifPresent(bad -> {
                    throw bad;
                });
            } else if (Set.copyOf(cut).size() == 1) {
                int above = cells.indexOf(cut.getFirst());
                throw new TableException(file + " would have one column of texts, but most of its lines hold '"
                        + delimiter + "', from line " + (options.skipped() + above + 1) + " on: '"
                        + Excerpt.shortened(lines.get(above)) + "'\n  if the lines above are no part of the table,"
                        + " pass over them: CsvOptions.sniffed().skip(" + (options.skipped() + above)
                        + "); if each line is one text, say what ends a cell: .delimiter('\\t'); a cell that holds '"
                        + delimiter + "' stands in quotes");
            }
        }
    }

    /// The bad rows of a file for which no dialect was found; empty if they are not what is wrong.
    static Optional<TableException> ragged(CsvFile file, CsvOptions options) {
        return CsvDialect.guessed(file, options).flatMap(guess -> {
            try (Session session = DuckDb.shared().open(Lane.PARALLEL)) {
                CsvCheck check = new CsvCheck(file, options, guess.dialect(), guess.columns());
                session.number("SELECT count(*) FROM " + check.cells());
                return CsvRejects.count(session) == 0
                        ? Optional.empty()
                        : Optional.of(new TableException(CsvRejects.told(file, session)));
            }
        });
    }

    /// @param found the columns with the types that their cells get
    /// @throws TableException if lines cannot be cut into as many cells, or a cell would be changed to fit its type: it
    ///     counts them and shows the first ten
    void refuseBadRows(Schema found) {
        try (Session session = DuckDb.shared().open(Lane.PARALLEL)) {
            StringJoiner counts = new StringJoiner(", ", "SELECT CAST(count(*) AS VARCHAR), ", " FROM " + cells())
                    .setEmptyValue("SELECT CAST(count(*) AS VARCHAR) FROM " + cells());
            List<Column> doubtful = found.columns().stream()
                    .filter(column -> !doubt(column).isEmpty())
                    .toList();
            doubtful.forEach(column -> counts.add("CAST(count(*) FILTER (WHERE " + doubt(column) + ") AS VARCHAR)"));
            List<@Nullable String> answers = session.texts(counts.toString());
            if (CsvRejects.count(session) > 0) {
                // Cells of other types are bad, too, and are told with them.
                throw new CsvRejects(file, options, found).explain(new TableException(CsvRejects.told(file, session)));
            }
            long all = 0;
            List<Changed> changed = new ArrayList<>();
            for (int i = 0; i < doubtful.size(); i++) {
                long count = Long.parseLong(String.valueOf(answers.get(i + 1)));
                all += count;
                if (count > 0) {
                    changed.addAll(changed(session, doubtful.get(i)));
                }
            }
            if (all > 0) {
                throw new TableException(told(all, changed));
            }
        }
    }

    private String cells() {
        return dialect.cells(file, columns, options);
    }

    /// Whether a cell is there that the column's type cannot hold as it is, in SQL; empty where it holds all it reads.
    private static String doubt(Column column) {
        String cell = Names.quoted(column.name());
        return switch (column.type().kind()) {
            case WHOLE ->
                beyond(column, cell) + "regexp_matches(" + cell + ", '[.][0-9]*[1-9]') OR (contains(lower(" + cell
                        + "), 'e') AND TRY_CAST(" + cell + " AS DOUBLE) <> CAST(TRY_CAST(" + cell
                        + " AS HUGEINT) AS DOUBLE))";
            case FLOATING ->
                "contains(lower(" + cell + "), 'e') AND NOT contains(lower(" + cell + "), 'inf') AND isinf(TRY_CAST("
                        + cell + " AS DOUBLE))";
            case DATE -> "contains(" + cell + ", ':') AND NOT regexp_matches(" + cell + ", '[ T]00:00(:00([.]0+)?)?$')";
            case TIMESTAMP ->
                "regexp_matches(" + cell + ", '[.][0-9]{" + digits(column.type()) + "}[0-9]*[1-9]')"
                        + (column.type().equals(ColumnType.TIMESTAMP_WITH_TIME_ZONE)
                                ? ""
                                : " OR regexp_matches(" + cell + ", ':[0-9.]+ ?(Z|[+-][0-9]{2}(:?[0-9]{2})?)$')");
            case LOGICAL, DECIMAL, TEXT, NESTED, OTHER -> "";
        };
    }

    /// What DuckDB takes for whole numbers of 128 bits, of which Parquet holds 64.
    private static String beyond(Column column, String cell) {
        return Storable.type(column.type()).equals(column.type())
                ? ""
                : cell + " IS NOT NULL AND TRY_CAST(" + cell + " AS " + Storable.type(column.type()) + ") IS NULL OR ";
    }

    /// Digits of a fraction of a second.
    private static int digits(ColumnType type) {
        return type.sql().endsWith("_NS") ? 9 : 6;
    }

    private List<Changed> changed(Session session, Column column) {
        List<Changed> changed = new ArrayList<>();
        String name = Names.quoted(column.name());
        session.read(
                "SELECT n, " + name + " FROM (SELECT row_number() OVER () AS n, " + name + " FROM " + cells()
                        + ") WHERE " + doubt(column) + " ORDER BY n LIMIT " + SHOWN,
                (chunk, rows) -> {
                    for (int row = 0; row < rows; row++) {
                        changed.add(new Changed(
                                chunk.vector(0).getLong(row),
                                column.name(),
                                String.valueOf(chunk.vector(1).getString(row)),
                                Storable.type(column.type())));
                    }
                });
        return changed;
    }

    private String told(long all, List<Changed> changed) {
        List<String> lines = new ArrayList<>();
        lines.add(file + " has " + (all == 1 ? "a cell" : Preview.grouped(all) + " cells")
                + " that the column would change to fit its type");
        changed.stream()
                .sorted(Comparator.comparingLong(Changed::row))
                .limit(SHOWN)
                .forEach(each -> lines.add("row " + Preview.grouped(each.row()) + ", column \"" + each.column()
                        + "\": '" + Excerpt.shortened(each.cell()) + "' is no " + each.type()));
        if (all > SHOWN) {
            lines.add("and more");
        }
        lines.add("types are found out from the first 20,480 rows; say what the column is:"
                + " CsvOptions.sniffed().type(\"" + changed.getFirst().column() + "\", …); a VARCHAR keeps every cell");
        return String.join("\n  ", lines);
    }
}
