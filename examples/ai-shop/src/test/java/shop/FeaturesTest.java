package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.table.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FeaturesTest {

    private static final int WEEKS = 70;

    @Property(tries = 10)
    void changing_all_sales_after_the_cut_off_changes_no_feature_row_before_it(
            @ForAll @IntRange(min = 1, max = WEEKS - 1) int known, @ForAll @LongRange(min = 1) long seed) {
        LocalDate cutOff = Shop.MONDAY.plusWeeks(known);
        List<Shop.WeekSold> sold = Shop.weeks(WEEKS, 0);
        List<Shop.WeekSold> other = Shop.weeks(WEEKS, seed);
        List<Shop.WeekSold> changed = Stream.concat(
                        sold.stream().filter(week -> !week.week().isAfter(cutOff)),
                        other.stream().filter(week -> week.week().isAfter(cutOff)))
                .toList();

        Table before = Shop.features(sold);
        Table after = Shop.features(changed);

        assertThat(until(cutOff, after)).isEqualTo(until(cutOff, before));
        // What is forecast from the cut-off, two weeks ahead, is known as well; only what was sold then is not.
        assertThat(knownUntil(cutOff.plusWeeks(2), after)).isEqualTo(knownUntil(cutOff.plusWeeks(2), before));
    }

    @Test
    void a_lag_is_what_was_sold_so_many_weeks_before() {
        List<Shop.WeekSold> sold = Shop.weeks(WEEKS, 0);
        Table milk = Shop.features(sold).sql("select * from this where item = 'milk'");
        double[] sales = sold.stream()
                .filter(week -> week.item().equals("milk"))
                .mapToDouble(week -> week.sales() == null ? Double.NaN : week.sales())
                .toArray();

        assertThat(milk.doubles("lag_2")[60]).isEqualTo(sales[58]);
        assertThat(milk.doubles("lag_52")[60]).isEqualTo(sales[8]);
        assertThat(milk.doubles("level")[60]).isEqualTo((sales[58] + sales[57] + sales[56] + sales[55]) / 4);
        assertThat(milk.doubles("lag_52")[51]).isNaN();
    }

    @Test
    void the_table_ends_with_the_week_two_weeks_ahead_whose_sales_are_to_be_forecast() {
        Table beer = Shop.features(Shop.weeks(WEEKS, 0)).sql("select * from this where item = 'beer'");
        int last = WEEKS + 1;

        assertThat(beer.rows()).isEqualTo(WEEKS + 2);
        assertThat(beer.dates("week")[last]).isEqualTo(Shop.MONDAY.plusWeeks(last));
        assertThat(beer.doubles("sales")[last]).isNaN();
        assertThat(beer.doubles("lag_2")[last]).isEqualTo(beer.doubles("sales")[WEEKS - 1]);
    }

    @Test
    void a_week_without_sales_does_not_shift_those_before_it() {
        LocalDate missing = Shop.MONDAY.plusWeeks(10);
        List<Shop.WeekSold> sold = Shop.weeks(WEEKS, 0);
        Table whole = Shop.features(sold).sql("select * from this where item = 'beer'");
        Table holey = Shop.features(sold.stream()
                        .filter(week ->
                                !(week.item().equals("beer") && week.week().equals(missing)))
                        .toList())
                .sql("select * from this where item = 'beer'");

        assertThat(holey.doubles("lag_2")[12]).isNaN();
        assertThat(holey.doubles("lag_2")[13]).isEqualTo(whole.doubles("lag_2")[13]);
        assertThat(holey.doubles("lag_2")[11]).isEqualTo(whole.doubles("lag_2")[11]);
    }

    private static String until(LocalDate cutOff, Table features) {
        return features.sql("select * from this where week <= date '" + cutOff + "'")
                .show(10_000);
    }

    private static String knownUntil(LocalDate week, Table features) {
        return features.sql("select * exclude (sales) from this where week <= date '" + week + "'")
                .show(10_000);
    }
}
