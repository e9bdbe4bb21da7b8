package dev.wadachi.cli.view;

import dev.wadachi.json.Json;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Store;
import dev.wadachi.table.Table;
import java.util.List;
import java.util.Optional;

/// How two results differ.
public sealed interface Difference {

    /// Their bytes are the same.
    record None() implements Difference {}

    /// Their rows differ.
    record Rows(TableDifference tables) implements Difference {}

    /// Their JSON differs.
    ///
    /// @param members the places that differ, in order
    record Members(List<JsonDifference> members) implements Difference {}

    /// Their bytes differ, and more cannot be said.
    ///
    /// @param before bytes of the first
    /// @param after bytes of the second
    record Bytes(long before, long after) implements Difference {}

    /// Compares two results.
    ///
    /// @param key the columns that say which rows of two tables are the same row; may be empty
    /// @throws dev.wadachi.table.TableException if a table has no such columns
    static Difference between(Recorded before, Recorded after, List<String> key, Store store) {
        if (before.trace().output().digest().equals(after.trace().output().digest())) {
            return new None();
        }
        Optional<Json> json = KeptTable.json(before, store);
        Optional<Json> other = KeptTable.json(after, store);
        if (json.isPresent() && other.isPresent() && key.isEmpty()) {
            return new Members(JsonDifference.between(json.get(), other.get()));
        }
        Optional<Table> rows = KeptTable.of(before, store);
        Optional<Table> others = KeptTable.of(after, store);
        return rows.isPresent() && others.isPresent()
                ? new Rows(TableDifference.between(rows.get(), others.get(), key))
                : new Bytes(
                        before.trace().output().bytes(), after.trace().output().bytes());
    }
}
