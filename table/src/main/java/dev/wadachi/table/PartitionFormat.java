package dev.wadachi.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// How the files of partitions are written, which their names tell.
public enum PartitionFormat {
    /// An object on each line.
    JSON_LINES,
    /// A line of names, then a line for each row.
    CSV,
    /// Parquet, whoever wrote it.
    PARQUET;

    private List<String> endings() {
        return switch (this) {
            case JSON_LINES -> List.of(".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz");
            case CSV -> List.of(".csv", ".csv.gz");
            case PARQUET -> List.of(".parquet");
        };
    }

    /// Names that begin with a dot or an underscore are left to those who write: `_SUCCESS`, `.part-0.tmp`.
    static boolean isHidden(String name) {
        return name.startsWith(".") || name.startsWith("_");
    }

    boolean isRows(String name) {
        return !isHidden(name) && endings().stream().anyMatch(name::endsWith);
    }

    /// The files as one would ask for them, for messages.
    String pattern() {
        return "*" + endings().getFirst();
    }

    /// The rows of a file.
    ///
    /// @param types columns of which this file may hold some
    Table read(Path file, Map<String, ColumnType> types) {
        return switch (this) {
            case JSON_LINES -> cast(Table.jsonLines(file), types);
            case PARQUET -> cast(Table.parquet(file), types);
            case CSV -> {
                Table sniffed = Table.csv(file);
                Schema found = sniffed.schema();
                refuseNameless(file, found);
                if (types.isEmpty()) {
                    yield sniffed;
                }
                CsvOptions options = CsvOptions.sniffed();
                for (Map.Entry<String, ColumnType> type : types.entrySet()) {
                    if (found.find(type.getKey()).isPresent()) {
                        options = options.type(type.getKey(), type.getValue());
                    }
                }
                yield Table.csv(file, options);
            }
        };
    }

    /// The names of DuckDB's own would be columns beside those of the other files.
    private static void refuseNameless(Path file, Schema found) {
        boolean isMadeUp = !found.columns().isEmpty();
        for (int i = 0; i < found.columns().size(); i++) {
            isMadeUp &= found.columns().get(i).name().equals("column" + i);
        }
        String first = isMadeUp ? new CsvFile(file, file).line(0) : "";
        if (isMadeUp && !first.contains("column0")) {
            throw new TableException("the CSV file " + file + " does not begin with a line of names, but with '"
                    + Excerpt.shortened(first) + "'\n  partitions are put together by the names of their columns;"
                    + " write them above the rows");
        }
    }

    private static Table cast(Table table, Map<String, ColumnType> types) {
        StringJoiner casts = new StringJoiner(", ", "select * replace (", ") from this").setEmptyValue("");
        types.forEach((name, type) -> table.schema()
                .find(name)
                .map(column -> Names.quoted(column.name()))
                .ifPresent(column -> casts.add("cast(" + column + " as " + type.sql() + ") as " + column)));
        return casts.toString().isEmpty() ? table : table.sql(casts.toString());
    }
}
