package dev.wadachi.cli.view;

import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Store;
import dev.wadachi.table.Columns;
import dev.wadachi.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/// The newest results of one task, one for each point of its parameters.
final class Points {

    private Points() {}

    /// The newest result of each key, newest first.
    static List<Recorded> of(String task, Store store) {
        Map<String, Recorded> newest = new LinkedHashMap<>();
        store.traces().ofTask(task, Integer.MAX_VALUE).stream()
                .sorted(Comparator.comparing(
                                (Recorded recorded) -> recorded.trace().origin().started())
                        .reversed())
                .filter(recorded -> store.revocations().of(recorded).isEmpty())
                .forEach(recorded ->
                        newest.putIfAbsent(recorded.trace().key().digest().hex(), recorded));
        return List.copyOf(newest.values());
    }

    /// Whether a result has all of these parameters, written `week=2021-08-02, algorithm=gbdt`.
    static boolean has(Recorded recorded, String parameters) {
        SortedMap<String, String> known = recorded.trace().inputs().parameters();
        for (String pair : parted(parameters)) {
            int equals = pair.indexOf('=');
            if (equals < 0
                    || !pair.substring(equals + 1)
                            .strip()
                            .equals(known.get(pair.substring(0, equals).strip()))) {
                return false;
            }
        }
        return true;
    }

    /// The pairs between the commas that are in no brackets and no quotes: values have commas of their own, as in
    /// `gbdt(rate=0.1, depth=3)`.
    private static List<String> parted(String parameters) {
        List<String> pairs = new ArrayList<>();
        int depth = 0;
        int from = 0;
        boolean isQuoted = false;
        for (int at = 0; at < parameters.length(); at++) {
            char c = parameters.charAt(at);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (isQuoted) {
                at += c == '\\' ? 1 : 0;
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            } else if (c == ',' && depth == 0) {
                pairs.add(parameters.substring(from, at));
                from = at + 1;
            }
        }
        pairs.add(parameters.substring(from));
        return pairs;
    }

    /// The rows of all, behind a column for each parameter.
    ///
    /// @return empty if they have no rows
    static Optional<Table> table(List<Recorded> points, Store store) {
        return points.stream().allMatch(point -> point.trace().codec().equals("json"))
                ? ofJson(points, store)
                : ofTables(points, store);
    }

    private static Optional<Table> ofJson(List<Recorded> points, Store store) {
        List<JsonObject> rows = new ArrayList<>();
        for (Recorded point : points) {
            for (JsonObject row : KeptTable.json(point, store).map(JsonRows::of).orElse(List.of())) {
                JsonObjectBuilder whole = JsonObject.builder();
                point.trace().inputs().parameters().forEach((name, value) -> {
                    if (!row.has(name)) {
                        whole.put(name, value);
                    }
                });
                row.members().forEach(whole::put);
                rows.add(whole.build());
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(JsonRows.table(rows));
    }

    private static Optional<Table> ofTables(List<Recorded> points, Store store) {
        SortedMap<String, Table> tables = new TreeMap<>();
        var union = new StringJoiner("\nunion all by name\n");
        for (Recorded point : points) {
            KeptTable.of(point, store).ifPresent(rows -> {
                String name = "t" + tables.size();
                tables.put(name, with(point.trace().inputs().parameters(), rows));
                union.add("select * from " + name);
            });
        }
        return tables.isEmpty() ? Optional.empty() : Optional.of(Table.query(union.toString(), tables));
    }

    private static Table with(SortedMap<String, String> parameters, Table rows) {
        Columns columns = Columns.none();
        boolean any = false;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            if (rows.schema().find(parameter.getKey()).isEmpty()) {
                columns = columns.strings(parameter.getKey(), new String[] {parameter.getValue()});
                any = true;
            }
        }
        return any ? rows.sql("select point.*, this.* from point, this", Map.of("point", columns.table())) : rows;
    }
}
