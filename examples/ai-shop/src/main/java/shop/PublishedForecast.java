package shop;

import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;

/// What the author of the data forecast for one week, with LightGBM and three more years of sales.
record PublishedForecast(String file) implements Source<Table> {

    @Override
    public Stamp stamp(Resources from) {
        return Stamp.ofFile(from.path(file));
    }

    /// The first week of a year of ISO 8601 is the one with 4 January in it.
    @Override
    public Table run(Context in) {
        return Table.csv(in.path(file)).sql("""
                select store, item, prediction,
                    cast(date_trunc('week', make_date(year, 1, 4)) as date) + cast(7 * (week_of_year - 1) as integer) as week
                from this
                """);
    }
}
