package dev.wadachi.table;

import dev.wadachi.task.Expectations;
import dev.wadachi.task.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is expected of a table: checked in one pass over it, however many expectations there are.
///
/// ```java
/// public Expectations<Table> expects() {
///     return column("sales").between(0, 10_000).and(column("store").notNull()).and(unique("store", "item", "week"));
/// }
/// ```
///
/// A violation says how many rows break the expectation and shows three of them. Immutable.
public final class TableExpectations implements Expectations<Table> {
    private static final int EXAMPLES = 3;

    private final List<Rule> rules;
    private final Violation.Level level;

    private TableExpectations(List<Rule> rules, Violation.Level level) {
        this.rules = List.copyOf(rules);
        this.level = level;
    }

    static TableExpectations of(Rule rule) {
        return new TableExpectations(List.of(rule), Violation.Level.REFUSE);
    }

    /// Begins an expectation of a column.
    public static ColumnExpectations column(String name) {
        return new ColumnExpectations(name);
    }

    /// No two rows agree in all of these columns.
    public static TableExpectations unique(String... columns) {
        if (columns.length == 0) {
            throw new IllegalArgumentException("say which columns are unique");
        }
        return of(new Rule.Unique(List.of(columns)));
    }

    /// Begins expectations of names and types of columns, for which no row is read.
    public static SchemaExpectations columns() {
        return new SchemaExpectations(List.of());
    }

    /// Begins an expectation of the number of rows.
    public static RowExpectations rows() {
        return new RowExpectations();
    }

    /// There is at least one row. Expected of every table that is stored, unless its task allows it to be empty.
    public static TableExpectations notEmpty() {
        return of(new Rule.Rows(1, Long.MAX_VALUE));
    }

    /// The same expectations, of which a broken one only warns.
    public TableExpectations asWarnings() {
        return new TableExpectations(rules, Violation.Level.WARN);
    }

    /// These expectations and others, still in one pass if the others are of a table and of one level with these.
    @Override
    public Expectations<Table> and(Expectations<? super Table> others) {
        return others instanceof TableExpectations same ? and(same) : Expectations.super.and(others);
    }

    /// These expectations and others.
    public Expectations<Table> and(TableExpectations others) {
        return others.level == level
                ? new TableExpectations(
                        Stream.concat(rules.stream(), others.rules.stream()).toList(), level)
                : Expectations.super.and(others);
    }

    @Override
    public List<Violation> check(Table table) {
        List<Violation> violations = new ArrayList<>();
        List<Rule> askable = new ArrayList<>();
        for (Rule rule : rules) {
            List<String> unknown = rule.columns().stream()
                    .filter(name -> table.schema().find(name).isEmpty())
                    .toList();
            if (unknown.isEmpty()) {
                askable.add(rule);
            } else {
                violations.add(new Violation(rule.sentence(), missing(unknown.getFirst(), table.schema()), level));
            }
        }
        violations.addAll(askable.isEmpty() ? List.of() : ask(askable, table));
        return List.copyOf(violations);
    }

    private List<Violation> ask(List<Rule> askable, Table table) {
        List<String> aggregates = new ArrayList<>();
        aggregates.add("count(*)");
        askable.forEach(rule -> {
            aggregates.add(rule.broken());
            aggregates.add(rule.measured());
        });
        List<@Nullable String> answers = table.read(reader -> reader.answers(aggregates));
        long rows = number(answers.get(0));
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < askable.size(); i++) {
            long broken = number(answers.get(1 + 2 * i));
            if (broken > 0) {
                String measured = answers.get(2 + 2 * i);
                violations.add(new Violation(
                        askable.get(i).sentence(),
                        found(askable.get(i), rows, broken, measured == null ? "" : measured, table),
                        level));
            }
        }
        return violations;
    }

    private static long number(@Nullable String answer) {
        return answer == null ? 0 : Long.parseLong(answer);
    }

    static String missing(String column, Schema schema) {
        return "there is no column \"" + column + "\""
                + Names.nearest(column, schema.names())
                        .map(near -> "; did you mean \"" + near + "\"?")
                        .orElse("")
                + " (columns: " + String.join(", ", schema.names()) + ")";
    }

    private static String found(Rule rule, long rows, long broken, String measured, Table table) {
        String ofRows = Preview.grouped(broken) + " of " + Preview.grouped(rows);
        return switch (rule) {
            case Rule.Rows _ -> rows == 0 ? "there is none" : "there are " + Preview.grouped(rows);
            case Rule.Unique unique ->
                ofRows + " rows repeat an earlier one, such as\n" + examples(unique.examples(), table);
            case Rule.EachRow each ->
                ofRows
                        + (broken == 1 ? " rows is not so:\n" : " rows are not so, such as\n")
                        + examples(each.examples(), table);
            case Rule.Missing missing ->
                "it is so in " + ofRows + " (" + Preview.percent((double) broken / rows) + "), such as\n"
                        + examples(missing.examples(), table);
            case Rule.Measure measure ->
                "over " + Preview.grouped(rows) + " rows it is " + measured + "\n"
                        + examples(measure.examples(measured), table);
        };
    }

    private static String examples(String query, Table table) {
        Table broken = table.sql(query + " LIMIT " + EXAMPLES, Map.of());
        return Preview.rows(broken, EXAMPLES).indent(2).stripTrailing();
    }
}
