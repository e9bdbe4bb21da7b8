package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.table.Table;
import dev.wadachi.task.Task;
import dev.wadachi.testkit.Direct;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WeeklySalesTest {

    private static final LocalDate MONDAY = LocalDate.of(2020, 12, 28);

    @Test
    void a_week_runs_from_monday_to_sunday_across_new_year() {
        Table weekly = weekly(days(MONDAY, 14));

        assertThat(weekly.dates("week")).containsExactly(MONDAY, MONDAY.plusWeeks(1));
        assertThat(weekly.longs("sales")).containsExactly(1 + 2 + 3 + 4 + 5 + 6 + 7, 8 + 9 + 10 + 11 + 12 + 13 + 14);
    }

    @Test
    void a_week_that_lacks_a_day_is_left_out() {
        assertThat(weekly(days(MONDAY.plusDays(1), 13)).dates("week")).containsExactly(MONDAY.plusWeeks(1));
    }

    @Test
    void a_piece_sold_a_day_later_leaves_its_week_as_it_was() {
        List<Shop.Day> days = days(MONDAY, 7);
        List<Shop.Day> moved = Stream.concat(
                        Stream.of(sold(MONDAY, 0), sold(MONDAY.plusDays(1), 3)),
                        days.stream().skip(2))
                .toList();

        assertThat(weekly(moved).show()).isEqualTo(weekly(days).show());
    }

    private static List<Shop.Day> days(LocalDate first, int count) {
        return IntStream.range(0, count)
                .mapToObj(day -> sold(first.plusDays(day), day + 1))
                .toList();
    }

    private static Shop.Day sold(LocalDate day, long pieces) {
        return new Shop.Day(day, "ueno", "beer", pieces);
    }

    private static Table weekly(List<Shop.Day> days) {
        return new WeeklySales(Task.of(Table.of(days))).run(new Direct());
    }
}
