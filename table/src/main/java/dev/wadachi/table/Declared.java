package dev.wadachi.table;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What somebody said of a table, which its rows do not tell. Kept in the Parquet file's own metadata.
///
/// @param time    the column that says when a row happened
/// @param remarks what reports print, such as why a split was random
record Declared(Optional<String> time, List<String> remarks) {
    /// The key of the metadata.
    static final String KEY = "wadachi";

    static final Declared NOTHING = new Declared(Optional.empty(), List.of());

    Declared {
        remarks = List.copyOf(remarks);
    }

    /// What holds for a result of SQL over tables: a time column that is still there under its name says the same as
    /// before, and that more rows than needed are looked after does no harm.
    static Declared of(Collection<Table> tables, Schema result) {
        Optional<String> time = Optional.empty();
        Set<String> remarks = new LinkedHashSet<>();
        for (Table table : tables) {
            Declared declared = table.declared();
            remarks.addAll(declared.remarks);
            time = time.or(() -> declared.time
                    .flatMap(result::find)
                    .filter(column -> column.type().kind().isTime())
                    .map(Column::name));
        }
        return new Declared(time, List.copyOf(remarks));
    }

    Declared timed(String column) {
        return new Declared(Optional.of(column), remarks);
    }

    Declared remarked(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new Declared(time, more);
    }

    boolean isNothing() {
        return equals(NOTHING);
    }

    String text() {
        JsonObjectBuilder json = JsonObject.builder();
        time.ifPresent(column -> json.put("time", column));
        if (!remarks.isEmpty()) {
            json.putTexts("remarks", remarks);
        }
        return json.build().compact();
    }

    static Declared of(String text) {
        JsonObject json = Json.parse(text).asObject();
        return new Declared(
                json.findText("time"),
                json.findArray("remarks").map(JsonArray::elements).orElse(List.of()).stream()
                        .map(Json::asText)
                        .toList());
    }
}
