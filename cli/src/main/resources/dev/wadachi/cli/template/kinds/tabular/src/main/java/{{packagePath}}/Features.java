package {{package}};

import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;

/// What a rent is learned from: the flats' columns, and the wear of their area.
///
/// A flat whose age is not known counts as one of middle age, and says so.
record Features(Task<Table> flats) implements Task<Table> {

    static final int MIDDLE_AGE = 20;

    @Override
    public Table run(Context in) {
        return in.load(flats).sql("""
                select flat, ward, area, walk, floor, rent,
                    coalesce(age, %1$d) as age,
                    case when age is null then 1 else 0 end as age_unknown,
                    area * coalesce(age, %1$d) as wear
                from this
                order by flat
                """.formatted(MIDDLE_AGE));
    }
}
