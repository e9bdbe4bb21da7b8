package shop;

import dev.wadachi.table.Table;
import dev.wadachi.task.Task;
import dev.wadachi.testkit.Direct;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Sales for tests: the real ones, and small ones.
final class Shop {

    static final Path PROJECT = Path.of("").toAbsolutePath();

    static final LocalDate MONDAY = LocalDate.of(2020, 1, 6);

    /// A line of the file of sales.
    record Day(LocalDate date, String store, String item, long sales) {}

    /// A line of [WeeklySales].
    record WeekSold(
            LocalDate week,
            String store,
            String item,
            @Nullable Long sales) {}

    private Shop() {}

    /// The whole weeks of two series, from the same beginning on, drawn from this seed.
    static List<WeekSold> weeks(int count, long seed) {
        Random random = new Random(seed);
        List<WeekSold> weeks = new ArrayList<>();
        for (String item : List.of("beer", "milk")) {
            for (int week = 0; week < count; week++) {
                weeks.add(new WeekSold(MONDAY.plusWeeks(week), "ueno", item, 1L + random.nextInt(900)));
            }
        }
        return weeks;
    }

    static Table features(List<WeekSold> weeks) {
        return new Features(Task.of(Table.of(WeekSold.class, weeks))).run(new Direct());
    }
}
