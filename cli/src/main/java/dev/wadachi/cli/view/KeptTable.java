package dev.wadachi.cli.view;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import dev.wadachi.store.Output;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Store;
import dev.wadachi.table.Table;
import dev.wadachi.table.TableProfile;
import dev.wadachi.task.Blob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A kept result as a table, read by how it was stored, without the classes that computed it.
public final class KeptTable {

    private static final String TABLE = "parquet";
    private static final String JSON = "json";

    private KeptTable() {}

    /// The result's rows: those of a table, or what JSON holds; a single value is one row.
    ///
    /// @return empty if it is neither, or its bytes are gone
    public static Optional<Table> of(Recorded recorded, Store store) {
        return of(recorded.trace().output(), recorded.trace().codec(), store);
    }

    /// The result, if it was stored as a table.
    public static Optional<Table> stored(Recorded recorded, Store store) {
        return recorded.trace().codec().equals(TABLE) ? of(recorded, store) : Optional.empty();
    }

    /// The profile that was made when the table was stored; made now, if it was stored before there were profiles.
    public static TableProfile profile(Recorded recorded, Table table) {
        return recorded.trace()
                .notes()
                .valueProfile()
                .map(json -> TableProfile.ofJson(json.asObject()))
                .orElseGet(table::profile);
    }

    /// One component of a result that is stored by component.
    ///
    /// @return empty if there is none, it has no rows, or its bytes are gone
    static Optional<Table> ofPart(Recorded recorded, String part, Store store) {
        Output found = recorded.trace().output() instanceof Output.Parts parts
                ? parts.parts().get(part)
                : null;
        return found == null
                ? Optional.empty()
                : of(found, codecOf(part, recorded.trace().codec()), store);
    }

    /// A record's codec is named `record(train=parquet/1,score=json/1)`.
    private static String codecOf(String part, String codec) {
        String begin = part + "=";
        for (String word : codec.substring(codec.indexOf('(') + 1).split("[,)]", -1)) {
            if (word.startsWith(begin)) {
                return word.substring(begin.length(), Math.max(begin.length(), word.lastIndexOf('/')));
            }
        }
        return "";
    }

    private static Optional<Table> of(Output output, String codec, Store store) {
        return switch (codec) {
            case TABLE -> store.blobs().find(output.digest()).map(blob -> Table.parquet(fileOf(blob)));
            case JSON -> {
                List<JsonObject> rows = json(output, store).map(JsonRows::of).orElse(List.of());
                yield rows.isEmpty() ? Optional.empty() : Optional.of(JsonRows.table(rows));
            }
            default -> Optional.empty();
        };
    }

    /// The JSON that a result is stored as; empty if it is stored otherwise, or its bytes are gone.
    static Optional<Json> json(Recorded recorded, Store store) {
        return recorded.trace().codec().equals(JSON) ? json(recorded.trace().output(), store) : Optional.empty();
    }

    private static Optional<Json> json(Output output, Store store) {
        return store.blobs().find(output.digest()).map(blob -> {
            try {
                return Json.parse(blob.bytes());
            } catch (IOException e) {
                throw unreadable(blob, e);
            }
        });
    }

    private static Path fileOf(Blob blob) {
        try {
            return blob.file();
        } catch (IOException e) {
            throw unreadable(blob, e);
        }
    }

    private static UncheckedIOException unreadable(Blob blob, IOException e) {
        return new UncheckedIOException("the result " + blob.digest().shortHex() + " cannot be read", e);
    }
}
