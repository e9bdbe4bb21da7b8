package dev.wadachi.cli.command;

import dev.wadachi.cli.view.TableFile;
import dev.wadachi.table.Table;
import dev.wadachi.table.TableException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that a user wants a table written to.
///
/// @param named the path as the user wrote it
/// @param file its whole path
/// @param format what its name's ending stands for
/// @param out where to say that it is done
public record OutputFile(Path named, Path file, TableFile format, PrintStream out) {

    /// @throws BadInput if its name tells no format, or its folder is not there
    public static OutputFile in(Surroundings around, Path named) {
        Path file = pathOf(named, around);
        TableFile format = TableFile.of(file)
                .orElseThrow(() -> new BadInput(
                        "the file " + named + " has no ending that tells a format: name it " + TableFile.ENDINGS));
        return new OutputFile(named, file, format, around.terminal().out());
    }

    /// The whole path of a file that a user wants written, whatever it is to hold.
    ///
    /// @throws BadInput if its folder is not there: a misspelt one is not made
    public static Path pathOf(Path named, Surroundings around) {
        Path file = around.folder().resolve(named).toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new BadInput("there is no folder " + folder + " for " + named + ": make it first");
        }
        return file;
    }

    /// Writes all rows and says so; the file appears whole or not at all.
    ///
    /// @throws BadInput if it cannot be written
    public void write(Table table) {
        try {
            format.write(table, file);
        } catch (TableException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
        out.println("wrote " + named);
    }
}
