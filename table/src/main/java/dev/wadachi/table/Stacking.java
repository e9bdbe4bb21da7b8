package dev.wadachi.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Finds the columns of many tables that are to stand one behind the other: by name, with the narrowest type that holds
/// the values of all.
///
/// Types of files without a schema are guesses from what a file happens to hold. So a column without any value says
/// nothing, and whole numbers among others are numbers; but a text among numbers is refused: it would turn all of them
/// into texts.
final class Stacking {

    private final List<Table> tables;
    private final IntFunction<String> place;

    private Stacking(List<Table> tables, IntFunction<String> place) {
        this.tables = tables;
        this.place = place;
    }

    /// @param place where a table's rows come from, for messages
    static Table stacked(List<Table> tables, IntFunction<String> place) {
        return partitioned(
                List.of(), tables.stream().map(_ -> List.<Optional<String>>of()).toList(), tables, place);
    }

    /// The tables' rows with more columns behind, whose values are the same in all rows of one table.
    ///
    /// @param values one for each key, for each table
    static Table partitioned(
            List<PartitionKey> keys,
            List<List<Optional<String>>> values,
            List<Table> tables,
            IntFunction<String> place) {
        Schema columns = new Stacking(tables, place).columns(keys);
        return new Table(new StackedRelation(columns, keys, values, List.copyOf(tables)));
    }

    /// A column as one table has it.
    private record Seen(int table, ColumnType type) {}

    private Schema columns(List<PartitionKey> keys) {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        Map<String, List<Seen>> seen = new LinkedHashMap<>();
        for (int i = 0; i < tables.size(); i++) {
            for (Column column : tables.get(i).schema().columns()) {
                String name = column.name().toLowerCase(Locale.ROOT);
                names.putIfAbsent(name, column.name());
                seen.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Seen(i, column.type()));
            }
        }
        keys.forEach(key -> names.remove(key.name().toLowerCase(Locale.ROOT)));
        SequencedMap<String, String> conflicts = new LinkedHashMap<>();
        List<Column> columns = new ArrayList<>();
        names.forEach((lower, name) ->
                columns.add(new Column(name, type(name, seen.getOrDefault(lower, List.of()), conflicts))));
        if (!conflicts.isEmpty()) {
            throw new TableException("the same column is of different types\n  "
                    + String.join("\n  ", conflicts.values())
                    + "\n  say what they are: .type(\"" + conflicts.firstEntry().getKey()
                    + "\", ColumnType.VARCHAR)");
        }
        return new Schema(Stream.concat(columns.stream(), keys.stream().map(PartitionKey::column))
                .toList());
    }

    private ColumnType type(String name, List<Seen> seen, Map<String, String> conflicts) {
        List<ColumnType> all = seen.stream().map(Seen::type).distinct().toList();
        if (all.size() == 1) {
            return all.getFirst();
        }
        List<Seen> telling =
                seen.stream().filter(each -> holdsValues(name, each)).toList();
        List<ColumnType> types = telling.stream().map(Seen::type).distinct().toList();
        if (types.isEmpty()) {
            return all.getFirst();
        }
        return common(types).orElseGet(() -> {
            Conflict conflict = conflict(telling);
            conflicts.put(name, "\"" + name + "\" holds " + told(conflict.one()) + ", but " + told(conflict.other()));
            return conflict.one().type();
        });
    }

    /// Two tables whose columns no type brings together.
    private record Conflict(Seen one, Seen other) {}

    /// The first pair: types either go together with each other and with the same others, or not at all.
    private static Conflict conflict(List<Seen> telling) {
        Seen one = telling.getFirst();
        return telling.stream()
                .filter(other -> common(
                                Stream.of(one.type(), other.type()).distinct().toList())
                        .isEmpty())
                .findFirst()
                .map(other -> new Conflict(one, other))
                .orElseThrow();
    }

    private String told(Seen seen) {
        return seen.type() + " in " + place.apply(seen.table());
    }

    private boolean holdsValues(String name, Seen seen) {
        Table table = tables.get(seen.table());
        return table.read(reader -> reader.missing(table.schema().column(name)) < reader.rows());
    }

    private static Optional<ColumnType> common(List<ColumnType> types) {
        List<ColumnType.Kind> kinds =
                types.stream().map(ColumnType::kind).distinct().toList();
        if (types.size() == 1) {
            return Optional.of(types.getFirst());
        }
        if (kinds.stream().allMatch(kind -> kind == ColumnType.Kind.WHOLE)) {
            return Optional.of(ColumnType.BIGINT);
        }
        if (kinds.stream().allMatch(kind -> kind == ColumnType.Kind.WHOLE || kind == ColumnType.Kind.FLOATING)) {
            return Optional.of(ColumnType.DOUBLE);
        }
        if (types.stream().allMatch(type -> type.equals(ColumnType.DATE) || type.equals(ColumnType.TIMESTAMP))) {
            return Optional.of(ColumnType.TIMESTAMP);
        }
        return Optional.empty();
    }
}
