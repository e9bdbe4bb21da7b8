package dev.wadachi.cli.reproduce;

import dev.wadachi.store.Output;
import dev.wadachi.store.Store;
import dev.wadachi.table.Column;
import dev.wadachi.table.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where two values of one task first differ.
///
/// @param text for people: of a table the column and row, else the place in the bytes
public record FirstDifference(String text) {

    private static final int AROUND = 30;
    private static final Set<String> READABLE = Set.of("json", "text");

    /// Compares what was recorded with what came now.
    ///
    /// @param codec how both are encoded
    static FirstDifference between(String codec, Output before, Store old, Output after, Store now) throws IOException {
        Optional<Path> was = file(before, old);
        Optional<Path> is = file(after, now);
        if (was.isEmpty()) {
            return new FirstDifference("its recorded bytes are gone, so there is nothing to compare with");
        }
        if (is.isEmpty()) {
            return new FirstDifference("it has other parts");
        }
        if (codec.equals("parquet")) {
            return new FirstDifference(tables(Table.parquet(was.get()), Table.parquet(is.get())));
        }
        return new FirstDifference(bytes(codec, was.get(), is.get()));
    }

    private static Optional<Path> file(Output output, Store store) throws IOException {
        if (!(output instanceof Output.Whole whole)) {
            return Optional.empty();
        }
        var blob = store.blobs().find(whole.digest());
        return blob.isEmpty() ? Optional.empty() : Optional.of(blob.get().file());
    }

    private static String tables(Table before, Table after) {
        if (!before.schema().equals(after.schema())) {
            return "the columns were " + before.schema() + ", and are " + after.schema();
        }
        if (before.rows() != after.rows()) {
            return "there were " + before.rows() + " rows, and are " + after.rows();
        }
        for (Column column : before.schema().columns()) {
            @Nullable String[] was = before.strings(column.name());
            @Nullable String[] is = after.strings(column.name());
            for (int row = 0; row < was.length; row++) {
                if (!Objects.equals(was[row], is[row])) {
                    return "column " + column.name() + ", first in row " + (row + 1) + ": " + was[row]
                            + " was recorded, " + is[row] + " came now";
                }
            }
        }
        return "the rows are equal, but their files have other bytes";
    }

    private static String bytes(String codec, Path was, Path is) throws IOException {
        byte[] before = java.nio.file.Files.readAllBytes(was);
        byte[] after = java.nio.file.Files.readAllBytes(is);
        int at = Math.max(0, Arrays.mismatch(before, after));
        return READABLE.contains(codec)
                ? "at character " + at + ": " + around(before, at) + " was recorded, " + around(after, at) + " came now"
                : "at byte " + at + " (" + before.length + " bytes were recorded, " + after.length + " came now)";
    }

    private static String around(byte[] bytes, int at) {
        int from = Math.max(0, at - AROUND / 2);
        int to = Math.min(bytes.length, at + AROUND / 2);
        return "'" + new String(bytes, from, to - from, StandardCharsets.UTF_8).strip() + "'";
    }
}
