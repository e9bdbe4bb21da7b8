package dev.wadachi.table;

import dev.wadachi.task.Apart;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The rows of all files below a folder that has a folder for each day, hour, shop, … as log collectors leave them:
/// `events/date=2021-08-02/*.jsonl`.
///
/// Each partition is a result of its own. A run reads those that are new, or of which a file changed, came or went, and
/// takes the others as they were read before. While nothing changed, a run looks at names, sizes and times.
///
/// ```java
/// Task<Table> events = PartitionedTable.jsonLines("events", PartitionKey.date("date"), PartitionKey.whole("hour"));
/// ```
///
/// The rows stand in the order of the keys' values, of the files' names, and as they stand in the files. The keys are
/// their last columns; a column of that name in a file is overlooked. A column that some files lack has no value there.
/// Whole numbers in one file and floating-point numbers in another become floating-point numbers; what else differs is
/// refused, with the two places, until [#type] says what it is.
///
/// Files and folders whose name begins with a dot or an underscore are overlooked, and so are empty files, and files of
/// other kinds. What would be overlooked by mistake is refused: folders that are no partition, files beside them.
///
/// @param folder the outermost folder, relative to the project
/// @param format how the files are written
/// @param keys a level of folders each, from outside in; at least one
/// @param types the types of columns that are not as they look
public record PartitionedTable(
        @Apart String folder, PartitionFormat format, List<PartitionKey> keys, Map<String, ColumnType> types)
        implements Task<Table> {

    /// Refuses no key, and two of one name.
    public PartitionedTable {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(
                    "a partitioned table has at least one key, such as PartitionKey.date(\"date\")");
        }
        keys = List.copyOf(keys);
        types = Map.copyOf(types);
    }

    /// Files of JSON lines: `*.jsonl`, `*.ndjson`, also with `.gz` behind.
    public static PartitionedTable jsonLines(String folder, PartitionKey... keys) {
        return new PartitionedTable(folder, PartitionFormat.JSON_LINES, List.of(keys), Map.of());
    }

    /// Files of CSV, each with a line of names: `*.csv`, `*.csv.gz`.
    public static PartitionedTable csv(String folder, PartitionKey... keys) {
        return new PartitionedTable(folder, PartitionFormat.CSV, List.of(keys), Map.of());
    }

    /// Files of Parquet: `*.parquet`.
    public static PartitionedTable parquet(String folder, PartitionKey... keys) {
        return new PartitionedTable(folder, PartitionFormat.PARQUET, List.of(keys), Map.of());
    }

    /// The same, with a column of this type wherever a file has it: a `VARCHAR` of CSV keeps "007" as it is.
    public PartitionedTable type(String column, ColumnType type) {
        Map<String, ColumnType> more = new TreeMap<>(types);
        more.put(column, type);
        return new PartitionedTable(folder, format, keys, more);
    }

    /// Loads each partition by itself: which there are turns out only now.
    @Override
    public Table run(Context in) {
        PartitionFolder root = new PartitionFolder(in.path(folder), keys, format);
        List<String> partitions = in.load(new PartitionList(folder, keys, format));
        List<Table> tables = new ArrayList<>();
        List<List<Optional<String>>> values = new ArrayList<>();
        for (String partition : partitions) {
            tables.add(in.load(new PartitionRows(folder, partition, format, types)));
            values.add(root.values(partition));
        }
        return Stacking.partitioned(keys, values, tables, partitions::get);
    }
}
