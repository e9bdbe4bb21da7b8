package dev.wadachi.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How the lines of one CSV file are cut into cells.
///
/// @param skipped lines above the header
record CsvDialect(String delimiter, String quote, String escape, String comment, int skipped, boolean hasHeader) {
    private static final String NONE = "(empty)";
    static final String USUAL_QUOTE = "\"";
    static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

    /// As DuckDB finds it out from the file.
    ///
    /// @throws TableException if no dialect makes rows of one length of the lines that were looked at
    static CsvDialect sniffed(Session session, CsvFile file, CsvOptions options) {
        List<@Nullable String> found = session.texts("SELECT Delimiter, Quote, Escape, Comment, "
                + "CAST(SkipRows AS VARCHAR), CAST(HasHeader AS VARCHAR) FROM sniff_csv(" + file.literal()
                + options.arguments() + ")");
        // Where no quote is needed, none is found; a cell that begins with one is nonetheless a quoted one.
        String quote = given(found.get(1)).orElse(USUAL_QUOTE);
        return new CsvDialect(
                given(found.getFirst()).orElse(","),
                quote,
                given(found.get(2)).orElse(quote),
                given(found.get(3)).orElse(""),
                Integer.parseInt(String.valueOf(found.get(4))),
                Boolean.parseBoolean(found.get(5)));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(given -> !given.isEmpty() && !given.equals(NONE));
    }

    /// What the first line looks like, whatever the others do.
    ///
    /// @param columns the names that the first line holds, or some that stand for them
    record Guess(CsvDialect dialect, List<String> columns) {}

    /// The delimiter that the first line holds most of; empty if it holds none.
    static Optional<Guess> guessed(CsvFile file, CsvOptions options) {
        String first = file.line(options.skipped());
        String quote = options.quote() == null ? USUAL_QUOTE : options.quote().toString();
        List<String> candidates = options.delimiter() == null
                ? DELIMITERS
                : List.of(options.delimiter().toString());
        return candidates.stream()
                .filter(delimiter -> cells(first, delimiter, quote).size() > 1)
                .max(Comparator.comparingInt(
                        delimiter -> cells(first, delimiter, quote).size()))
                .map(delimiter -> new Guess(
                        new CsvDialect(
                                delimiter,
                                quote,
                                quote,
                                "",
                                options.skipped(),
                                options.header() != CsvOptions.Header.ABSENT),
                        unique(cells(first, delimiter, quote))));
    }

    /// The cells of a line, cut at delimiters outside of quotes.
    static List<String> cells(String line, String delimiter, String quote) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (String character : line.split("", -1)) {
            if (character.equals(quote)) {
                isQuoted = !isQuoted;
            } else if (character.equals(delimiter) && !isQuoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static List<String> unique(List<String> names) {
        boolean areNames = names.stream().noneMatch(String::isBlank)
                && names.stream().map(String::toLowerCase).distinct().count() == names.size();
        if (areNames) {
            return names;
        }
        List<String> numbered = new ArrayList<>();
        names.forEach(_ -> numbered.add("cell " + (numbered.size() + 1)));
        return numbered;
    }

    /// The cells of the line of names as they stand there; none if the file has no such line.
    List<String> names(Session session, CsvFile file, int columns, CsvOptions options) {
        if (!hasHeader) {
            return List.of();
        }
        List<String> numbered =
                IntStream.range(0, columns).mapToObj(number -> "c" + number).toList();
        CsvDialect rows = new CsvDialect(delimiter, quote, escape, comment, skipped, false);
        return session.texts("SELECT * FROM " + rows.cells(file, numbered, options) + " LIMIT 1").stream()
                .map(name -> name == null ? "" : name)
                .toList();
    }

    /// The file's cells as they stand there, each column under its name; lines that cannot be cut so become rejects of
    /// the session. To stand behind FROM.
    String cells(CsvFile file, List<String> columns, CsvOptions options) {
        StringJoiner texts = new StringJoiner(", ", "{", "}");
        columns.forEach(column -> texts.add(Names.literal(column) + ": 'VARCHAR'"));
        return "read_csv(" + file.literal() + ", auto_detect = false, delim = " + Names.literal(delimiter)
                + ", quote = " + Names.literal(quote) + ", escape = " + Names.literal(escape) + ", comment = "
                + Names.literal(comment) + ", skip = " + skipped + ", header = " + hasHeader + ", columns = " + texts
                + options.missingArgument() + Names.FILE_ALONE + ", store_rejects = true, rejects_limit = 0)";
    }
}
