package dev.wadachi.table;

import dev.wadachi.task.Context;
import dev.wadachi.task.Folder;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A table as files, for those who read no store: what a [dev.wadachi.task.FolderSink] or a bucket's sink puts
/// somewhere.
///
/// ```java
/// new FolderSink(TableFiles.of(forecast(), "forecast.csv", "forecast.parquet"), "out")
/// ```
///
/// @param rows the table
/// @param files a name for each file; its ending says the format: `.csv`, `.parquet`, `.json` (one array of
///     objects) or `.jsonl` (an object a line)
public record TableFiles(Task<Table> rows, List<String> files) implements Task<Folder> {

    private static final Pattern NAME = Pattern.compile("[^/:\\x5C]+");

    /// Refuses names without a known ending, folders, and two files of one name.
    public TableFiles {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("name a file at least, such as forecast.csv");
        }
        Set<String> names = new HashSet<>();
        for (String file : files) {
            if (!names.add(file.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("each file has a name of its own, also where case does not count,"
                        + " but '" + file + "' is one of two in " + files);
            }
            if (!NAME.matcher(file).matches() || TableForm.of(file).isEmpty()) {
                throw new IllegalArgumentException(
                        "a table goes to a file whose name ends in .csv, .parquet, .json or .jsonl, without a folder, but"
                                + " it was '" + file + "'");
            }
        }
    }

    /// The table as files of these names.
    public static TableFiles of(Task<Table> rows, String... files) {
        return new TableFiles(rows, List.of(files));
    }

    @Override
    public Folder run(Context in) throws IOException {
        Table table = in.load(rows);
        Path folder = Files.createDirectories(in.scratch().resolve("files"));
        for (String name : files) {
            Path file = folder.resolve(name);
            TableForm.of(name).orElseThrow().write(table, file);
        }
        return new Folder(folder);
    }
}
