package dev.wadachi.table;

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
public record CsvOptions(
        @Nullable Character delimiter,
        @Nullable Character quote,
        Header header,
        List<String> missing,
        SequencedMap<String, ColumnType> types) {

    /// Whether the first line holds the names of the columns.
    public enum Header {
        SNIFFED,
        PRESENT,
        ABSENT
    }

    public CsvOptions {
        missing = List.copyOf(missing);
        types = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(types));
    }

    /// Finds out everything from the file.
    public static CsvOptions sniffed() {
        return new CsvOptions(null, null, Header.SNIFFED, List.of(), new LinkedHashMap<>());
    }

    /// Cells end at this character.
    public CsvOptions delimiter(char character) {
        return new CsvOptions(character, quote, header, missing, types);
    }

    /// Cells that hold a delimiter or a line end stand between two of these.
    public CsvOptions quote(char character) {
        return new CsvOptions(delimiter, character, header, missing, types);
    }

    /// The first line holds the names of the columns, or it does not.
    public CsvOptions header(Header where) {
        return new CsvOptions(delimiter, quote, where, missing, types);
    }

    /// Cells with one of these texts have no value, and neither have empty ones.
    public CsvOptions missing(String... texts) {
        return new CsvOptions(delimiter, quote, header, List.of(texts), types);
    }

    /// The column has this type, whatever its cells look like: a `VARCHAR` keeps "007" as it is.
    public CsvOptions type(String column, ColumnType type) {
        var more = new LinkedHashMap<>(types);
        more.put(column, type);
        return new CsvOptions(delimiter, quote, header, missing, more);
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
        switch (header) {
            case SNIFFED -> {}
            case PRESENT -> arguments.append(", header = true");
            case ABSENT -> arguments.append(", header = false");
        }
        if (!missing.isEmpty()) {
            var texts = new StringJoiner(", ", ", nullstr = ['', ", "]");
            missing.forEach(text -> texts.add(Names.literal(text)));
            arguments.append(texts);
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
}
