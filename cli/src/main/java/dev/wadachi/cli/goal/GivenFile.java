package dev.wadachi.cli.goal;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.engine.Force;
import dev.wadachi.table.Table;
import dev.wadachi.table.TableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// A file that stands in for the value of a task, read once before anything runs.
///
/// @param task the task's name
/// @param file the file
record GivenFile(String task, Path file) {

    /// Makes the path absolute.
    GivenFile {
        file = file.toAbsolutePath().normalize();
    }

    /// A CSV file is taken for a table; every other file has to be as the task's codec writes it.
    ///
    /// @throws BadInput if there is no such file, or it holds no table where one is due
    Force force(Selection selection) {
        if (!Files.exists(file)) {
            throw new BadInput("--set " + task + ": there is no file " + file);
        }
        return selection.valueType(task).filter(Table.class::equals).isPresent()
                ? table()
                : new Force.GivenFile(task, file);
    }

    private Force table() {
        boolean isCsv = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        try {
            if (isCsv) {
                Table table = Table.csv(file);
                table.rows();
                return new Force.Given(task, table);
            }
            Table.parquet(file).rows();
            return new Force.GivenFile(task, file);
        } catch (TableException e) {
            throw new BadInput("--set " + task + ": " + file + " cannot be read as " + (isCsv ? "CSV" : "Parquet")
                    + ". The value of " + task + " is a Table: give a Parquet file, or a CSV file whose name ends in"
                    + " .csv.");
        }
    }
}
