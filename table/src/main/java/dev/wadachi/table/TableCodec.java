package dev.wadachi.table;

import dev.wadachi.json.JsonObject;
import dev.wadachi.task.Blob;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.Expectations;
import dev.wadachi.task.Scratch;
import dev.wadachi.task.Stored;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// Keeps tables as Parquet. A decoded table costs nothing until it is read.
public final class TableCodec implements Codec<Table> {

    /// For `java.util.ServiceLoader`.
    public TableCodec() {}

    @Override
    public Class<Table> type() {
        return Table.class;
    }

    @Override
    public String id() {
        return "parquet";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Encoded encode(Table table, Scratch scratch) throws IOException {
        Path file = scratch.newFile();
        table.writeParquet(file);
        return new Encoded.InFile(file);
    }

    @Override
    public Set<String> endings() {
        return Arrays.stream(TableForm.values()).map(TableForm::ending).collect(Collectors.toSet());
    }

    @Override
    public void write(Table table, Path file, Scratch scratch) throws IOException {
        TableForm form = TableForm.of(file.toString()).orElse(TableForm.PARQUET);
        if (form == TableForm.PARQUET) {
            // As it lies in the store: nothing is decoded.
            Files.copy(table.file().file(), file);
        } else {
            form.write(table, file);
        }
    }

    @Override
    public Table decode(Stored stored) {
        return switch (stored) {
            case Stored.Whole(Blob blob) -> new Table(ParquetRelation.of(() -> file(blob)));
            case Stored.Parts parts ->
                throw new IllegalArgumentException("a table is stored whole, but this has the parts "
                        + parts.parts().keySet());
        };
    }

    /// A table has at least one row.
    @Override
    public Expectations<Table> expectations() {
        return TableExpectations.notEmpty();
    }

    @Override
    public Optional<JsonObject> profile(Table table) {
        return Optional.of(table.profile().toJson());
    }

    @Override
    public SequencedMap<String, String> columns(JsonObject profile) {
        SequencedMap<String, String> columns = new LinkedHashMap<>();
        TableProfile.ofJson(profile)
                .columns()
                .forEach(column ->
                        columns.put(column.name(), column.column().type().sql()));
        return columns;
    }

    @Override
    public List<String> compare(JsonObject before, JsonObject now) {
        return TableProfile.ofJson(now).jumpsSince(TableProfile.ofJson(before));
    }

    private static Path file(Blob blob) {
        try {
            return blob.file();
        } catch (IOException e) {
            throw new UncheckedIOException("the stored table " + blob.digest().shortHex() + " cannot be read", e);
        }
    }
}
