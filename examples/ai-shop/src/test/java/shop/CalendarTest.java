package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.table.Table;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CalendarTest {

    private static final LocalDate MONDAY = LocalDate.of(2019, 12, 30);

    @Test
    void the_week_around_new_year_belongs_to_two_months() {
        LocalDate week = LocalDate.of(2020, 12, 28);

        assertThat(Calendar.days(week, Month.DECEMBER)).isEqualTo(4);
        assertThat(Calendar.days(week, Month.JANUARY)).isEqualTo(3);
    }

    @Test
    void a_week_is_compared_with_those_two_to_five_weeks_before() {
        // 15, 22 and 29 June, 6 July: 0, 0, 5 and 7 days of July.
        assertThat(Calendar.shift(LocalDate.of(2020, 7, 20), Month.JULY)).isEqualTo(7 - (0 + 0 + 5 + 7) / 4.0);
    }

    @Property
    void days_that_a_month_wins_others_lose(@ForAll @IntRange(max = 2000) int weeks) {
        LocalDate monday = MONDAY.plusWeeks(weeks);

        assertThat(Arrays.stream(Month.values())
                        .mapToInt(month -> Calendar.days(monday, month))
                        .sum())
                .isEqualTo(7);
        assertThat(Arrays.stream(Month.values())
                        .mapToDouble(month -> Calendar.shift(monday, month))
                        .sum())
                .isZero();
    }

    @Test
    void there_is_a_row_for_each_week_from_the_first_to_the_last() {
        Table weeks = Calendar.weeks(MONDAY, MONDAY.plusWeeks(53));

        assertThat(weeks.rows()).isEqualTo(54);
        assertThat(weeks.schema().names()).startsWith("week", "january").endsWith("december");
        assertThat(Calendar.MONTHS).hasSize(12);
    }
}
