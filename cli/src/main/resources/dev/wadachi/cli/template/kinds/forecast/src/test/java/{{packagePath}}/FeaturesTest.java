package {{package}};

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.table.Table;
import dev.wadachi.task.Task;
import dev.wadachi.testkit.Direct;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeaturesTest {

    private static final LocalDate MONDAY = LocalDate.of(2021, 1, 4);

    record Sold(LocalDate week, String shop, String item, long units) {}

    private static Table features(Sold... sold) {
        try (Direct in = new Direct()) {
            return new Features(Task.of(Table.of(List.of(sold)))).run(in);
        }
    }

    @Test
    void a_lag_is_what_the_same_shop_sold_of_the_same_item_so_many_weeks_before() {
        Table features = features(
                new Sold(MONDAY, "nara", "tea", 5),
                new Sold(MONDAY, "kobe", "tea", 50),
                new Sold(MONDAY.plusWeeks(1), "nara", "tea", 6),
                new Sold(MONDAY.plusWeeks(52), "nara", "tea", 7));

        assertThat(features.doubles("units")).containsExactly(50, 5, 6, 7);
        assertThat(features.doubles("lag_1")).containsExactly(Double.NaN, Double.NaN, 5, Double.NaN);
        assertThat(features.doubles("lag_52")).containsExactly(Double.NaN, Double.NaN, Double.NaN, 5);
    }

    @Test
    void a_week_without_sales_does_not_shift_those_before_it() {
        Table features = features(new Sold(MONDAY, "nara", "tea", 5), new Sold(MONDAY.plusWeeks(2), "nara", "tea", 7));

        assertThat(features.doubles("lag_1")).containsExactly(Double.NaN, Double.NaN);
        assertThat(features.doubles("lag_2")).containsExactly(Double.NaN, 5);
    }
}
