package dev.wadachi.cli.view;

import dev.wadachi.table.Table;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// The formats in which a table leaves the store, told by the ending of a file's name.
public enum TableFile {
    CSV,
    PARQUET,
    /// One array of objects.
    JSON,
    /// An object a line.
    JSON_LINES;

    /// The endings, for people.
    public static final String ENDINGS = ".csv, .parquet, .json or .jsonl";

    /// The format of a file of that name; empty if its ending tells none.
    public static Optional<TableFile> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> Optional.of(CSV);
            case "parquet" -> Optional.of(PARQUET);
            case "json" -> Optional.of(JSON);
            case "jsonl", "ndjson" -> Optional.of(JSON_LINES);
            default -> Optional.empty();
        };
    }

    /// Writes all rows; the file appears whole or not at all.
    ///
    /// @throws dev.wadachi.table.TableException if it cannot be written
    public void write(Table table, Path file) {
        switch (this) {
            case CSV -> table.toCsv(file);
            case PARQUET -> table.toParquet(file);
            case JSON -> table.toJson(file);
            case JSON_LINES -> table.toJsonLines(file);
        }
    }
}
