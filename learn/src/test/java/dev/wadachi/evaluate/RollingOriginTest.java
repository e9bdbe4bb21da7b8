package dev.wadachi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.table.Table;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RollingOriginTest {

    record Row(LocalDate week, int sales) {}

    private static final LocalDate MONDAY = LocalDate.of(2020, 12, 7);

    private static final Table ROWS = Table.of(IntStream.range(0, 10)
            .mapToObj(i -> new Row(MONDAY.plusWeeks(i), i))
            .toList());

    @Test
    void each_target_is_forecast_from_a_horizon_before_it() {
        RollingOrigin weeks = RollingOrigin.weekly(LocalDate.of(2020, 12, 28), LocalDate.of(2021, 1, 12), 2);

        assertThat(weeks.folds())
                .containsExactly(
                        new Fold(LocalDate.of(2020, 12, 14), LocalDate.of(2020, 12, 28)),
                        new Fold(LocalDate.of(2020, 12, 21), LocalDate.of(2021, 1, 4)),
                        new Fold(LocalDate.of(2020, 12, 28), LocalDate.of(2021, 1, 11)));
    }

    @Property
    void no_fold_trains_on_its_target_or_later(
            @ForAll @IntRange(max = 900) int days,
            @ForAll @IntRange(min = 1, max = 60) int step,
            @ForAll @IntRange(min = 1, max = 60) int horizon) {
        RollingOrigin origin =
                new RollingOrigin(MONDAY, MONDAY.plusDays(days), Period.ofDays(step), Period.ofDays(horizon));

        List<Fold> folds = origin.folds();

        assertThat(folds).hasSize(days / step + 1);
        assertThat(folds)
                .allSatisfy(fold -> assertThat(fold.known().plusDays(horizon))
                        .isEqualTo(fold.target())
                        .isBetween(origin.first(), origin.last()));
    }

    @Test
    void a_fold_parts_rows_into_what_was_known_and_what_came() {
        Fold fold = new Fold(MONDAY.plusWeeks(3), MONDAY.plusWeeks(5));

        assertThat(fold.training(ROWS, "week").ints("sales")).containsExactly(0, 1, 2, 3);
        assertThat(fold.test(ROWS, "week").ints("sales")).containsExactly(5);
    }

    @Test
    void time_must_run_forward() {
        assertThatThrownBy(() -> RollingOrigin.weekly(MONDAY, MONDAY.minusDays(1), 2))
                .hasMessageContaining("lies before the first");
        assertThatThrownBy(() -> RollingOrigin.weekly(MONDAY, MONDAY, 0))
                .hasMessageContaining("the horizon must lead forward");
        assertThatThrownBy(() -> new Fold(MONDAY, MONDAY)).hasMessageContaining("must lie before the target");
    }
}
