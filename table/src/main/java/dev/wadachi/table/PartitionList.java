package dev.wadachi.table;

import dev.wadachi.digest.Hasher;
import dev.wadachi.task.Context;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import java.nio.file.Path;
import java.util.List;

/// Which partitions a folder holds, by their paths in it. Looks at names only.
record PartitionList(String folder, List<PartitionKey> keys, PartitionFormat format) implements Source<List<String>> {

    @Override
    public Stamp stamp(Resources from) {
        Hasher paths = Hasher.create();
        partitions(from.path(folder)).forEach(paths::text);
        return Stamp.of(paths.finish());
    }

    @Override
    public List<String> run(Context in) {
        return partitions(in.path(folder));
    }

    private List<String> partitions(Path root) {
        return new PartitionFolder(root, keys, format).partitions();
    }
}
