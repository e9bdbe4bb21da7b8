package shop;

import static dev.wadachi.table.TableExpectations.columns;
import static java.util.stream.Collectors.joining;

import dev.wadachi.learn.Lags;
import dev.wadachi.table.ColumnType;
import dev.wadachi.table.ColumnType.Kind;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Requirement;
import dev.wadachi.task.Task;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// One row per store, item and week: what was sold, and what was known about that week two weeks before it.
///
/// The table reaches two weeks beyond the last sales. There, `sales` is missing: it is what is to be forecast.
record Features(Task<Table> weekly) implements Task<Table> {

    /// How many weeks ahead is forecast. Nothing newer may be known.
    static final int HORIZON = 2;

    /// The weeks before, from which the level of a series is taken: four of them, to even out chance.
    static final List<Integer> LEVEL = List.of(HORIZON, HORIZON + 1, HORIZON + 2, HORIZON + 3);

    private static final int YEAR = 52;

    @Override
    public List<Requirement<?>> requires() {
        return List.of(new Requirement<>(
                weekly,
                columns().has("store", "item").has("week", ColumnType.DATE).has("sales", Kind.WHOLE)));
    }

    @Override
    public Table run(Context in) {
        Table sales = in.load(weekly);
        LocalDate[] weeks = Arrays.stream(sales.dates("week"))
                .map(Objects::requireNonNull)
                .sorted()
                .toArray(LocalDate[]::new);
        Table calendar = Calendar.weeks(weeks[0], weeks[weeks.length - 1].plusWeeks(HORIZON));
        return sales.sql(query(), Map.of("calendar", calendar));
    }

    /// Weeks without sales get a row, too, so that "two rows before" is two weeks before.
    private static String query() {
        return """
                with grid as (
                    select store, item, week from (select distinct store, item from this) cross join calendar
                ), lagged as (
                    select store, item, week, sales, %s
                    from grid left join this using (store, item, week)
                    window series as (partition by store, item order by week)
                )
                select store, item, week, sales, %s, (%s) / %d.0 as level, %s
                from lagged join calendar using (week)
                order by store, item, week
                """.formatted(
                        lags().map(lag -> "lag(sales, " + lag + ") over series as " + Lags.column(lag))
                                .collect(joining(", ")),
                        lags().map(Lags::column).collect(joining(", ")),
                        LEVEL.stream().map(Lags::column).collect(joining(" + ")),
                        LEVEL.size(),
                        String.join(", ", Calendar.MONTHS));
    }

    private static Stream<Integer> lags() {
        return Stream.concat(LEVEL.stream(), Stream.of(YEAR));
    }
}
