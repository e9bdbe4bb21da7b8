package dev.wadachi.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// How a CSV file is written. Whatever is not said here is found out from the file's first 20,480 rows.
///
/// ```java
/// Table.csv(file, CsvOptions.sniffed().delimiter(';').type("code", ColumnType.VARCHAR).missing("NA"));
/// ```
///
/// @param charset the file's encoding
/// @param delimiter ends a cell; null where it is to be found out
/// @param quote stands around cells that hold delimiters and line ends; null where it is to be found out
/// @param skipped lines above the table, which are not read
/// @param header whether the first line of the table holds names
/// @param missing texts that stand for no value, beside empty cells
/// @param dates how days are written, as `strftime` says it; null where it is to be found out
/// @param types the types of columns that are not as they look
/// @param repeats what is done where the header has a name twice
public record CsvOptions(
        Charset charset,
        @Nullable Character delimiter,
        @Nullable Character quote,
        int skipped,
        Header header,
        List<String> missing,
        @Nullable String dates,
        SequencedMap<String, ColumnType> types,
        Repeats repeats) {

    /// Whether the first line holds the names of the columns.
    public enum Header {
        SNIFFED,
        PRESENT,
        ABSENT
    }

    /// What is done with a name that the header has more than once, whatever its case.
    public enum Repeats {
        /// The file is refused.
        REFUSED,
        /// The second `a` becomes `a_1`, the third `a_2`.
        NUMBERED
    }

    public CsvOptions {
        missing = List.copyOf(missing);
        types = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(types));
    }

    /// Finds out everything from the file, which is in UTF-8.
    public static CsvOptions sniffed() {
        return new CsvOptions(
                StandardCharsets.UTF_8,
                null,
                null,
                0,
                Header.SNIFFED,
                List.of(),
                null,
                new LinkedHashMap<>(),
                Repeats.REFUSED);
    }

    /// The file is in this encoding: `Charset.forName("windows-31j")` for what Excel writes in Japan. It is read into
    /// a temporary copy.
    public CsvOptions charset(Charset encoding) {
        return new CsvOptions(encoding, delimiter, quote, skipped, header, missing, dates, types, repeats);
    }

    /// Cells end at this character.
    public CsvOptions delimiter(char character) {
        return new CsvOptions(charset, character, quote, skipped, header, missing, dates, types, repeats);
    }

    /// Cells that hold a delimiter or a line end stand between two of these.
    public CsvOptions quote(char character) {
        return new CsvOptions(charset, delimiter, character, skipped, header, missing, dates, types, repeats);
    }

    /// The table begins below so many lines, which are not read: what an export says of itself. Nothing is passed over
    /// unless it is said here.
    ///
    /// @throws IllegalArgumentException if it is negative
    public CsvOptions skip(int lines) {
        if (lines < 0) {
            throw new IllegalArgumentException("lines to skip must not be negative, but were " + lines);
        }
        return new CsvOptions(charset, delimiter, quote, lines, header, missing, dates, types, repeats);
    }

    /// The first line of the table holds the names of the columns, or it does not.
    public CsvOptions header(Header where) {
        return new CsvOptions(charset, delimiter, quote, skipped, where, missing, dates, types, repeats);
    }

    /// Cells with one of these texts have no value, and neither have empty ones.
    public CsvOptions missing(String... texts) {
        return new CsvOptions(charset, delimiter, quote, skipped, header, List.of(texts), dates, types, repeats);
    }

    /// Days are written so: `%m/%d/%Y` where the month comes first. 1/2/2021 alone does not tell which it is.
    public CsvOptions dates(String format) {
        return new CsvOptions(charset, delimiter, quote, skipped, header, missing, format, types, repeats);
    }

    /// A name that the header has more than once is refused, or numbered.
    public CsvOptions repeats(Repeats how) {
        return new CsvOptions(charset, delimiter, quote, skipped, header, missing, dates, types, how);
    }

    /// The column has this type, whatever its cells look like: a `VARCHAR` keeps "007" as it is.
    public CsvOptions type(String column, ColumnType type) {
        var more = new LinkedHashMap<>(types);
        more.put(column, type);
        return new CsvOptions(charset, delimiter, quote, skipped, header, missing, dates, more, repeats);
    }

    /// Without the types of columns.
    CsvOptions untyped() {
        return new CsvOptions(
                charset, delimiter, quote, skipped, header, missing, dates, new LinkedHashMap<>(), repeats);
    }

    /// The options as arguments of DuckDB's `read_csv`, each preceded by a comma.
    String arguments() {
        var arguments = new StringBuilder();
        if (delimiter != null) {
            arguments.append(", delim = ").append(Names.literal(delimiter.toString()));
        }
        if (quote != null) {
            arguments.append(", quote = ").append(Names.literal(quote.toString()));
        }
        // Unless it is told, DuckDB passes over lines above whatever looks most like a table.
        arguments.append(", skip = ").append(skipped);
        switch (header) {
            case SNIFFED -> {}
            case PRESENT -> arguments.append(", header = true");
            case ABSENT -> arguments.append(", header = false");
        }
        arguments.append(missingArgument());
        if (dates != null) {
            arguments.append(", dateformat = ").append(Names.literal(dates));
        }
        if (!types.isEmpty()) {
            var pairs = new StringJoiner(", ", ", types = {", "}");
            for (Map.Entry<String, ColumnType> entry : types.entrySet()) {
                pairs.add(Names.literal(entry.getKey()) + ": "
                        + Names.literal(entry.getValue().sql()));
            }
            arguments.append(pairs);
        }
        return arguments.toString();
    }

    /// The texts that stand for no value, preceded by a comma; nothing where empty cells alone do.
    String missingArgument() {
        if (missing.isEmpty()) {
            return "";
        }
        var texts = new StringJoiner(", ", ", nullstr = ['', ", "]");
        missing.forEach(text -> texts.add(Names.literal(text)));
        return texts.toString();
    }
}
