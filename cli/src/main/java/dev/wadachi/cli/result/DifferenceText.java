package dev.wadachi.cli.result;

import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.cli.print.ValueJson;
import dev.wadachi.cli.view.Difference;
import dev.wadachi.cli.view.JsonDifference;
import dev.wadachi.cli.view.TableDifference;
import dev.wadachi.cli.view.TableDifference.RowChanges;
import dev.wadachi.cli.view.TableDifference.Shift;
import dev.wadachi.cli.view.TableDifference.Summary;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonNull;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.store.Recorded;
import dev.wadachi.table.Column;
import java.util.ArrayList;
import java.util.List;

/// A difference for people and for scripts.
///
/// @param before the first result
/// @param after the second
record DifferenceText(Recorded before, Recorded after) {

    private static final int MEMBERS = 50;
    private static final int EXAMPLES = 20;

    List<String> lines(Difference difference) {
        Columns heads = Columns.plain();
        heads.row("before", name(before));
        heads.row("after", name(after));
        List<String> lines = new ArrayList<>(heads.lines());
        switch (difference) {
            case Difference.None() -> lines.add("no difference: the bytes are the same");
            case Difference.Bytes(long one, long other) ->
                lines.add("the bytes differ: " + Quantity.ofBytes(one) + " before, " + Quantity.ofBytes(other)
                        + " after");
            case Difference.Members(List<JsonDifference> members) -> lines.addAll(members(members));
            case Difference.Rows(TableDifference tables) -> lines.addAll(rows(tables));
        }
        return lines;
    }

    private static String name(Recorded recorded) {
        return ResultText.label(recorded.trace()) + " of run "
                + recorded.trace().origin().run().shortText() + ", "
                + recorded.trace().output().digest().shortHex();
    }

    private static List<String> members(List<JsonDifference> members) {
        Columns columns = Columns.headed("member", "before", "after");
        members.stream()
                .limit(MEMBERS)
                .forEach(member -> columns.row(
                        member.path().isEmpty() ? "the value" : member.path(),
                        member.before().map(Json::compact).orElse("absent"),
                        member.after().map(Json::compact).orElse("absent")));
        List<String> lines = new ArrayList<>(columns.lines());
        if (members.size() > MEMBERS) {
            lines.add("… and " + (members.size() - MEMBERS) + " more");
        }
        return lines;
    }

    private static List<String> rows(TableDifference tables) {
        Columns columns = Columns.plain();
        tables.added()
                .forEach(column -> columns.row(
                        "column", "+ " + column.name(), column.type().sql()));
        tables.removed()
                .forEach(column -> columns.row(
                        "column", "- " + column.name(), column.type().sql()));
        tables.retyped()
                .forEach(column -> columns.row(
                        "column",
                        "  " + column.before().name(),
                        column.before().type() + " → " + column.after().type()));
        List<String> lines = new ArrayList<>(columns.lines());
        lines.add("rows: " + Quantity.count(tables.before(), "row") + " before, "
                + Quantity.count(tables.after(), "row") + " after; "
                + tables.rows().map(DifferenceText::counts).orElse("no column is in both, so none can be compared"));
        tables.rows().ifPresent(rows -> lines.addAll(changes(rows)));
        if (!tables.distributions().isEmpty()) {
            lines.addAll(distributions(tables.distributions()));
        }
        return lines;
    }

    private static List<String> changes(RowChanges rows) {
        List<String> lines = new ArrayList<>();
        rows.columns()
                .forEach((column, changed) ->
                        lines.add("  " + Columns.onOneLine(column) + " changed in " + Quantity.count(changed, "row")));
        if (rows.examples().rows() > 0) {
            lines.add("such as");
            rows.examples().show(EXAMPLES).lines().forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    private static String counts(RowChanges rows) {
        String both = rows.added() + " only after, " + rows.removed() + " only before";
        return rows.key().isEmpty()
                ? both + " (with --key, changed rows are told apart)"
                : both + ", " + rows.changed() + " changed, by " + String.join(", ", rows.key());
    }

    private static List<String> distributions(List<Shift> shifts) {
        Columns columns = Columns.headed("column", "", "missing", "distinct", "least", "mean", "most");
        for (Shift shift : shifts) {
            columns.row(row(shift.column(), "before", shift.before()));
            columns.row(row("", "after", shift.after()));
        }
        return columns.lines();
    }

    private static List<String> row(String column, String when, Summary summary) {
        return List.of(
                column,
                when,
                Long.toString(summary.missing()),
                Long.toString(summary.distinct()),
                summary.least(),
                summary.mean(),
                summary.most());
    }

    JsonObject json(Difference difference) {
        JsonObjectBuilder json = JsonObject.builder()
                .put("before", before.id().text())
                .put("after", after.id().text())
                .put("same", difference instanceof Difference.None);
        switch (difference) {
            case Difference.None() -> {}
            case Difference.Bytes(long one, long other) ->
                json.put(
                        "bytes",
                        JsonObject.builder()
                                .put("before", one)
                                .put("after", other)
                                .build());
            case Difference.Members(List<JsonDifference> members) ->
                json.put(
                        "members",
                        new JsonArray(
                                members.stream().<Json>map(DifferenceText::json).toList()));
            case Difference.Rows(TableDifference tables) -> json.put("table", json(tables));
        }
        return json.build();
    }

    private static JsonObject json(JsonDifference member) {
        return JsonObject.builder()
                .put("path", member.path())
                .put("before", member.before().orElse(JsonNull.NULL))
                .put("after", member.after().orElse(JsonNull.NULL))
                .build();
    }

    private static JsonObject json(TableDifference tables) {
        JsonObjectBuilder json = JsonObject.builder()
                .put("added", columns(tables.added()))
                .put("removed", columns(tables.removed()))
                .put(
                        "retyped",
                        columns(tables.retyped().stream()
                                .map(TableDifference.Retyped::after)
                                .toList()))
                .put("rowsBefore", tables.before())
                .put("rowsAfter", tables.after());
        tables.rows().ifPresent(rows -> {
            JsonObjectBuilder changed = JsonObject.builder();
            rows.columns().forEach(changed::put);
            json.put("onlyAfter", rows.added())
                    .put("onlyBefore", rows.removed())
                    .put("changed", rows.changed())
                    .put("changedIn", changed.build())
                    .put("examples", ValueJson.rows(rows.examples(), EXAMPLES));
        });
        return json.build();
    }

    private static JsonArray columns(List<Column> columns) {
        return JsonArray.ofTexts(columns.stream()
                .map(column -> column.name() + " " + column.type())
                .toList());
    }
}
