package shop;

import static dev.wadachi.table.PartitionKey.whole;

import dev.wadachi.table.ColumnType.Kind;
import dev.wadachi.table.PartitionedTable;
import dev.wadachi.table.Table;
import dev.wadachi.table.TableExpectations;
import dev.wadachi.task.Context;
import dev.wadachi.task.Expectations;
import dev.wadachi.task.Requirement;
import dev.wadachi.task.Task;
import java.util.List;

/// What the author of the data forecast, week by week, with LightGBM and three more years of sales.
///
/// @param predictions a folder for each year and week; a week that is added is read, the others are not read again
record PublishedForecasts(Task<Table> predictions) implements Task<Table> {

    static PublishedForecasts in(String folder) {
        return new PublishedForecasts(PartitionedTable.csv(folder, whole("year"), whole("week_of_year")));
    }

    @Override
    public List<Requirement<?>> requires() {
        return List.of(new Requirement<>(
                predictions,
                TableExpectations.columns()
                        .has("store", "item")
                        .has("prediction", Kind.FLOATING)
                        .filled("prediction")));
    }

    /// The first week of a year of ISO 8601 is the one with 4 January in it.
    @Override
    public Table run(Context in) {
        return in.load(predictions).sql("""
                select store, item, prediction,
                    cast(date_trunc('week', make_date(year, 1, 4)) as date) + cast(7 * (week_of_year - 1) as integer) as week
                from this
                """).timed("week");
    }

    @Override
    public Expectations<Table> expects() {
        return TableExpectations.unique("store", "item", "week");
    }
}
