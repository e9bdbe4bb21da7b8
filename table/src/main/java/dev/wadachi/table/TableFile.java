package dev.wadachi.table;

import dev.wadachi.task.Added;
import dev.wadachi.task.Context;
import dev.wadachi.task.Folder;
import dev.wadachi.task.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// A table from a file of a folder that another task leaves, such as a step in another language.
///
/// ```java
/// Task<Table> predictions = TableFile.of(trained, "predictions.csv").type("store", ColumnType.VARCHAR);
/// ```
///
/// Its bytes are those of any table of these rows: another program version that writes the same numbers in another way
/// makes nothing downstream run again.
///
/// @param folder what the other task leaves
/// @param file the file's path in it; its ending says the format: `.csv`, `.parquet` or `.jsonl` (an object a line)
/// @param types the types of columns of CSV that are not as they look
public record TableFile(
        Task<Folder> folder, String file, @Added("{}") Map<String, ColumnType> types) implements Task<Table> {

    /// Refuses names without an ending that can be read, and types where the file says its own.
    public TableFile {
        types = Map.copyOf(types);
        TableForm form = TableForm.of(file)
                .filter(known -> known != TableForm.JSON)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a table is read from a file whose name ends in .csv, .parquet or .jsonl, but it was '" + file
                                + "'"));
        if (!types.isEmpty() && form != TableForm.CSV) {
            throw new IllegalArgumentException("the types of '" + file + "' stand in the file itself; types "
                    + new TreeMap<>(types) + " can be said of CSV alone");
        }
    }

    /// The rows of a file.
    public static TableFile of(Task<Folder> folder, String file) {
        return new TableFile(folder, file, Map.of());
    }

    /// The same, with a column of CSV of this type: `VARCHAR` keeps "007" as it is.
    public TableFile type(String column, ColumnType type) {
        Map<String, ColumnType> more = new TreeMap<>(types);
        more.put(column, type);
        return new TableFile(folder, file, more);
    }

    @Override
    public Table run(Context in) {
        Path place = in.load(folder).path().resolve(file);
        if (!Files.exists(place)) {
            throw new TableException("there is no file " + file + " in the folder that this table is read from");
        }
        if (types.isEmpty()) {
            return TableForm.of(file).orElseThrow().read(place);
        }
        CsvOptions options = CsvOptions.sniffed();
        for (Map.Entry<String, ColumnType> column : new TreeMap<>(types).entrySet()) {
            options = options.type(column.getKey(), column.getValue());
        }
        return Table.csv(place, options);
    }
}
