package dev.wadachi.table;

import dev.wadachi.digest.Hasher;
import dev.wadachi.task.Apart;
import dev.wadachi.task.Context;
import dev.wadachi.task.Expectations;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The rows of one partition, without its keys: two that look alike are one blob, and a comparison with the day before
/// is not about the day. Those of another folder are another matter.
///
/// @param path the partition's, below the folder
record PartitionRows(@Apart String folder, String path, PartitionFormat format, Map<String, ColumnType> types)
        implements Source<Table> {

    @Override
    public Stamp stamp(Resources from) {
        Hasher contents = Hasher.create();
        for (Path file : files(from)) {
            contents.text(file.getFileName().toString()).text(Stamp.ofFile(file).text());
        }
        return Stamp.of(contents.finish());
    }

    @Override
    public Table run(Context in) {
        List<Path> files = files(in);
        if (files.isEmpty()) {
            throw new TableException("the partition " + path + " of " + folder + " lost its last file; run again");
        }
        List<Table> tables =
                files.stream().map(file -> format.read(file, types)).toList();
        return tables.size() == 1
                ? tables.getFirst()
                : Stacking.stacked(tables, file -> files.get(file).toString());
    }

    /// A file with a header alone is fine.
    @Override
    public Expectations<Table> expects() {
        return Expectations.allowEmpty();
    }

    private List<Path> files(Resources from) {
        return new PartitionFolder(from.path(folder), List.of(), format).files(path);
    }
}
