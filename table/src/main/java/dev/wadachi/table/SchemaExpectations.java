package dev.wadachi.table;

import dev.wadachi.table.ColumnType.Kind;
import dev.wadachi.task.Expectations;
import dev.wadachi.task.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Which columns a table has, and of what they are. No row is read.
///
/// ```java
/// public List<Requirement<?>> requires() {
///     return List.of(new Requirement<>(sales, columns().has("store").has("sales", Kind.WHOLE).filled("store")));
/// }
/// ```
///
/// Other columns may be there. Immutable.
public final class SchemaExpectations implements Expectations<Table> {
    private final List<Need> needs;

    SchemaExpectations(List<Need> needs) {
        this.needs = List.copyOf(needs);
    }

    /// What is needed of one column.
    sealed interface Need {
        String column();

        /// It is there.
        record Present(String column) implements Need {}

        /// It is there, of a kind.
        record OfKind(String column, List<Kind> kinds) implements Need {}

        /// It is there, of exactly a type.
        record OfType(String column, ColumnType type) implements Need {}

        /// It is there, and no value is missing.
        record Filled(String column) implements Need {}
    }

    /// There are columns of these names.
    public SchemaExpectations has(String... columns) {
        return with(Arrays.stream(columns).map(Need.Present::new).toList());
    }

    /// There is a column of that name, of that type.
    public SchemaExpectations has(String column, ColumnType type) {
        return with(List.of(new Need.OfType(column, type)));
    }

    /// There is a column of that name, whose values are of that kind, or of one of several.
    public SchemaExpectations has(String column, Kind kind, Kind... others) {
        List<Kind> kinds = new ArrayList<>(List.of(kind));
        kinds.addAll(Arrays.asList(others));
        return with(List.of(new Need.OfKind(column, List.copyOf(kinds))));
    }

    /// There are columns of these names, and they lack no value; a stored table's file tells so in its footer.
    public SchemaExpectations filled(String... columns) {
        return with(Arrays.stream(columns).map(Need.Filled::new).toList());
    }

    @Override
    public List<Violation> check(Table table) {
        List<Violation> violations = new ArrayList<>();
        for (Need need : needs) {
            table.schema()
                    .find(need.column())
                    .ifPresentOrElse(
                            column -> check(need, column, table, violations),
                            () -> violations.add(Violation.refuse(
                                    sentence(need), TableExpectations.missing(need.column(), table.schema()))));
        }
        return List.copyOf(violations);
    }

    private static void check(Need need, Column column, Table table, List<Violation> violations) {
        boolean holds = switch (need) {
            case Need.Present _ -> true;
            case Need.OfKind(var _, List<Kind> kinds) ->
                kinds.contains(column.type().kind());
            case Need.OfType(var _, ColumnType type) -> column.type().equals(type);
            case Need.Filled _ -> table.read(reader -> reader.missing(column)) == 0;
        };
        if (!holds) {
            violations.add(Violation.refuse(sentence(need), found(need, column, table)));
        }
    }

    private static String found(Need need, Column column, Table table) {
        return need instanceof Need.Filled
                ? Preview.grouped(table.read(reader -> reader.missing(column))) + " of " + Preview.grouped(table.rows())
                        + " rows lack it"
                : "it holds " + column.type();
    }

    private static String sentence(Need need) {
        return switch (need) {
            case Need.Present(String column) -> "there is a column \"" + column + "\"";
            case Need.OfKind(String column, List<Kind> kinds) ->
                "column \"" + column + "\" holds "
                        + kinds.stream().map(SchemaExpectations::words).collect(Collectors.joining(" or "));
            case Need.OfType(String column, ColumnType type) -> "column \"" + column + "\" holds " + type;
            case Need.Filled(String column) -> "column \"" + column + "\" lacks no value";
        };
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case WHOLE -> "whole numbers";
            case DECIMAL -> "decimals";
            case FLOATING -> "floating-point numbers";
            case TEXT -> "texts";
            case DATE -> "dates";
            case TIMESTAMP -> "timestamps";
            case LOGICAL -> "logical values";
            case NESTED, OTHER -> kind.name().toLowerCase(Locale.ROOT) + " values";
        };
    }

    private SchemaExpectations with(List<? extends Need> more) {
        List<Need> all = new ArrayList<>(needs);
        all.addAll(more);
        return new SchemaExpectations(all);
    }
}
