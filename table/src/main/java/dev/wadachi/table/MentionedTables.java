package dev.wadachi.table;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which tables a query reads, found by parsing it; nothing is bound or run.
///
/// A name that the query gives to a part of itself (`WITH name AS …`) is none of these, unless there is such a table as
/// well: then it is made in vain, and the query means its own.
final class MentionedTables {
    private final SequencedSet<String> mentioned = new LinkedHashSet<>();
    private final SequencedSet<String> own = new LinkedHashSet<>();

    private MentionedTables() {}

    /// The tables that a query mentions, by the names that it uses.
    ///
    /// @throws TableException if there is no such table: it says which there are. What is wrong with the query
    ///     otherwise is not found here.
    static SortedMap<String, Table> in(String sql, NamedTables tables) {
        MentionedTables names = new MentionedTables();
        try (Session session = DuckDb.shared().open(Lane.SANDBOX)) {
            names.visit(Json.parse(session.text("SELECT json_serialize_sql(?)", sql)));
        }
        SortedMap<String, Table> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : names.mentioned) {
            Optional<Table> table = tables.find(name);
            if (table.isPresent()) {
                found.put(name, table.get());
            } else if (names.own.stream().noneMatch(name::equalsIgnoreCase)) {
                throw refusal(name, new TreeSet<>(tables.names()));
            }
        }
        return found;
    }

    private static TableException refusal(String name, SortedSet<String> known) {
        if (known.stream().anyMatch(name::equalsIgnoreCase)) {
            return new TableException("\"" + name + "\" has no rows that a query could read");
        }
        String near = Names.nearest(name, known)
                .map(found -> "; did you mean \"" + found + "\"?")
                .orElse("");
        return new TableException(
                "there is no table \"" + name + "\"" + near + "\n  tables: " + String.join(", ", known));
    }

    private void visit(Json json) {
        switch (json) {
            case JsonObject object -> {
                if (object.findText("type").filter("BASE_TABLE"::equals).isPresent()) {
                    object.findText("table_name").ifPresent(mentioned::add);
                }
                for (Map.Entry<String, Json> member : object.members().entrySet()) {
                    if (member.getKey().equals("cte_map")) {
                        noteOwn(member.getValue());
                    }
                    visit(member.getValue());
                }
            }
            case JsonArray array -> array.elements().forEach(this::visit);
            default -> {}
        }
    }

    private void noteOwn(Json map) {
        for (Json entry : map.asObject().array("map")) {
            entry.asObject().findText("key").ifPresent(own::add);
        }
    }
}
