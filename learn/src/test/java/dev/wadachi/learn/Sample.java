package dev.wadachi.learn;

import dev.wadachi.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Rows for tests.
final class Sample {

    /// The six rows whose fits are recorded in the tests.
    record Point(double a, double b, String store, double y, double unit) {}

    static final Table POINTS = Table.of(List.of(
            new Point(1, 2.5, "kobe", 3, 1),
            new Point(2, 0.5, "osaka", 4.5, 2),
            new Point(3, 4, "kobe", 9, 1),
            new Point(4, 1, "ueno", 7, 3),
            new Point(5.5, 3, "osaka", 12, 1),
            new Point(7, -1, "ueno", 10.5, 0.5)));

    /// A week of a shop; some values are not known.
    record Week(
            @Nullable Double lag,
            @Nullable Double temperature,
            String store,
            double level,
            @Nullable Double sales) {}

    private Sample() {}

    /// So many weeks, the last of them still to come.
    static Table weeks(int count) {
        Random random = new Random(5);
        List<String> stores = List.of("ueno", "kobe", "osaka");
        List<Week> weeks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int store = random.nextInt(stores.size());
            double level = 100 * (store + 1);
            double temperature = 20 + 8 * random.nextGaussian();
            double sales = level * (1 + temperature / 100) + random.nextGaussian();
            weeks.add(new Week(
                    random.nextInt(9) == 0 ? null : sales + random.nextGaussian(),
                    random.nextInt(9) == 0 ? null : temperature,
                    stores.get(store),
                    level,
                    i == count - 1 ? null : sales));
        }
        return Table.of(Week.class, weeks);
    }

    static final Formula WEEKLY = Formula.of("sales").from("lag", "temperature", "store");
}
