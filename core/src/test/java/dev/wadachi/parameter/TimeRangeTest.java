package dev.wadachi.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.task.Context;
import dev.wadachi.task.Default;
import dev.wadachi.task.Every;
import dev.wadachi.task.Pipeline;
import dev.wadachi.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimeRangeTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 8, 4);

    record Demand(
            @Default("today") @Every("P7D") LocalDate week,
            @Default("today") LocalDate day,
            @Default("today") @Every("P3M") YearMonth quarter,
            @Default("today") @Every("PT6H") LocalDateTime hour,
            @Default("today") Instant moment)
            implements Pipeline {}

    @Property(tries = 200)
    void days_are_those_that_lie_between(
            @ForAll @IntRange(max = 4_000) int days, @ForAll @IntRange(min = 1, max = 40) int step) {
        LocalDate from = LocalDate.of(2019, 12, 30);
        List<LocalDate> points = new TimeRange<>(from, from.plusDays(days), Period.ofDays(step)).points();

        assertThat(points).hasSize(days / step + 1).startsWith(from).isSorted();
        assertThat(ChronoUnit.DAYS.between(from, points.getLast())).isEqualTo(days / step * (long) step);
    }

    @Test
    void months_end_where_they_end_and_are_counted_from_the_start() {
        LocalDate january = LocalDate.of(2024, 1, 31);

        assertThat(new TimeRange<>(january, january.plusMonths(4), Period.ofMonths(1)).points())
                .hasToString("[2024-01-31, 2024-02-29, 2024-03-31, 2024-04-30, 2024-05-31]");
        assertThat(TimeRange.monthly(YearMonth.of(2020, 11), YearMonth.of(2021, 2))
                        .points())
                .hasToString("[2020-11, 2020-12, 2021-01, 2021-02]");
    }

    @Test
    void weeks_go_on_over_the_end_of_a_year_of_53_weeks() {
        assertThat(TimeRange.weekly(LocalDate.of(2020, 12, 21), LocalDate.of(2021, 1, 12))
                        .points())
                .hasToString("[2020-12-21, 2020-12-28, 2021-01-04, 2021-01-11]");
    }

    @Test
    void hours_go_on_over_midnight() {
        LocalDateTime evening = LocalDateTime.of(2021, 2, 28, 22, 0);

        assertThat(TimeRange.hourly(evening, evening.plusHours(3)).points())
                .hasToString("[2021-02-28T22:00, 2021-02-28T23:00, 2021-03-01T00:00, 2021-03-01T01:00]");
        assertThat(new TimeRange<>(Instant.EPOCH, Instant.EPOCH.plusSeconds(86_400), Duration.ofHours(12)).points())
                .hasToString("[1970-01-01T00:00:00Z, 1970-01-01T12:00:00Z, 1970-01-02T00:00:00Z]");
    }

    @Test
    void a_component_says_how_far_apart_its_points_lie() {
        assertThat(bind("week", "2021-07-19..2021-08-04"))
                .extracting(Demand::week)
                .hasToString("[2021-07-19, 2021-07-26, 2021-08-02]");
        assertThat(bind("quarter", "2020-12..2021-08"))
                .extracting(Demand::quarter)
                .hasToString("[2020-12, 2021-03, 2021-06]");
        assertThat(bind("hour", "2021-08-01T20:00..2021-08-02T08:00"))
                .extracting(Demand::hour)
                .hasToString("[2021-08-01T20:00, 2021-08-02T02:00, 2021-08-02T08:00]");
    }

    @Test
    void a_step_in_the_range_is_meant_in_its_place() {
        assertThat(bind("week", "2021-08-02..2021-08-04..P1D")).hasSize(3);
        assertThat(bind("moment", "2021-08-02T22:00:00Z..2021-08-03T00:00:00Z..PT1H"))
                .extracting(Demand::moment)
                .hasToString("[2021-08-02T22:00:00Z, 2021-08-02T23:00:00Z, 2021-08-03T00:00:00Z]");
        assertThatThrownBy(() -> bind("moment", "2021-08-02T22:00:00Z..2021-08-03T00:00:00Z"))
                .hasMessageContaining("needs a step, such as 2021-08-02T22:00:00Z..2021-08-03T00:00:00Z..PT1H");
    }

    @Test
    void today_may_be_counted_from() {
        assertThat(bind("day", "today-2d..today"))
                .extracting(Demand::day)
                .hasToString("[2021-08-02, 2021-08-03, 2021-08-04]");
        assertThat(bind("week", "today-1w..today+1w"))
                .extracting(Demand::week)
                .hasToString("[2021-07-28, 2021-08-04, 2021-08-11]");
        assertThat(bind("quarter", "today-1y")).extracting(Demand::quarter).hasToString("[2020-08]");
        assertThat(bind("hour", "today-1m")).extracting(Demand::hour).hasToString("[2021-07-04T00:00]");
        assertThat(bind("moment", "today")).extracting(Demand::moment).hasToString("[2021-08-04T00:00:00Z]");
        assertThatThrownBy(() -> bind("day", "today-2h"))
                .hasMessageContaining("--day: today-2h is not a date such as 2021-08-02");
    }

    @Test
    void an_option_that_goes_over_time_is_told_from_one_that_lists() {
        assertThat(overTime("week", "2021-07-19..2021-08-02")).containsExactly("week");
        assertThat(overTime("week", "2021-07-19,2021-07-26..2021-08-02")).containsExactly("week");
        assertThat(overTime("week", "2021-07-19,2021-07-26")).isEmpty();
        assertThat(overTime("moment", "today-1d..today..PT1H")).containsExactly("moment");
    }

    record Lists(List<LocalDate> days, @Default("1") int lag) implements Pipeline {}

    @Test
    void a_range_in_a_list_is_its_elements_and_one_of_numbers_no_time() {
        assertThat(Binding.overTime(
                        Lists.class, Map.of("days", List.of("2021-07-19..2021-07-21"), "lag", List.of("1..3"))))
                .isEmpty();
    }

    record Paid(
            @Default("today") @Every(value = "P14D", from = "2021-01-04")
            LocalDate fortnight,

            @Default("today") @Every(value = "P1M", from = "2020-01-25")
            LocalDate payday,

            @Default("today") @Every(value = "PT6H", from = "2021-01-01T02:00")
            LocalDateTime shift)
            implements Pipeline {}

    private static List<Object> paid(String option, String text) {
        return Binding.bind(Paid.class, Map.of(option, List.of(text)), TODAY).stream()
                .map(Paid.class::cast)
                .<Object>map(paid -> switch (option) {
                    case "fortnight" -> paid.fortnight();
                    case "payday" -> paid.payday();
                    default -> paid.shift();
                })
                .toList();
    }

    @Test
    void points_that_are_counted_from_an_anchor_are_the_same_wherever_a_range_begins() {
        assertThat(paid("fortnight", "2021-07-19..2021-08-16")).hasToString("[2021-07-19, 2021-08-02, 2021-08-16]");
        assertThat(paid("fortnight", "today-21d..today")).hasToString("[2021-07-19, 2021-08-02]");
        assertThat(paid("fortnight", "2020-12-01..2020-12-31")).hasToString("[2020-12-07, 2020-12-21]");
        assertThat(paid("payday", "2019-12-01..2020-03-01")).hasToString("[2019-12-25, 2020-01-25, 2020-02-25]");
        assertThat(paid("shift", "2021-08-01T20:00..2021-08-02T08:00"))
                .hasToString("[2021-08-01T20:00, 2021-08-02T02:00, 2021-08-02T08:00]");
        assertThat(paid("fortnight", "2021-07-20..2021-08-03..P7D"))
                .as("a step in the range is counted from its beginning")
                .hasToString("[2021-07-20, 2021-07-27, 2021-08-03]");
        assertThatThrownBy(() -> paid("fortnight", "2021-07-20..2021-07-31"))
                .hasMessageContaining(
                        "no point lies from 2021-07-20 to 2021-07-31: counted from 2021-01-04 by P14D, the"
                                + " next one is 2021-08-02");
    }

    @Property(tries = 200)
    void anchored_points_are_those_of_a_longer_range_from_the_anchor(
            @ForAll @IntRange(min = -3_000, max = 3_000) int start, @ForAll @IntRange(min = 1, max = 40) int step) {
        LocalDate anchor = LocalDate.of(2021, 1, 4);
        LocalDate from = anchor.plusDays(start);
        List<LocalDate> points = TimeRange.countedFrom(anchor, from, from.plusDays(100), Period.ofDays(step))
                .points();

        assertThat(points)
                .isEqualTo(from.datesUntil(from.plusDays(101))
                        .filter(day -> ChronoUnit.DAYS.between(anchor, day) % step == 0)
                        .toList());
    }

    record Astray(
            @Every(value = "P7D", from = "monday") LocalDate week,
            @Every(value = "P1M", from = "2021-01-31") LocalDate end)
            implements Pipeline {}

    @Test
    void an_anchor_that_is_no_point_is_refused() {
        assertThatThrownBy(() -> Binding.bind(Astray.class, Map.of(), TODAY)).hasMessage("""
                Astray.week has @Every(value = "P7D", from = "monday"), but its first point is not a date such as 2021-08-02; write a point of time as it is.
                Astray.end has @Every(value = "P1M", from = "2021-01-31"), but not every month has such a day; let it begin on one of the days 1 to 28.""");
    }

    record Wrong(
            @Every("7 days") LocalDate week,
            @Every("PT1H") LocalDate day,
            @Every("P1D") YearMonth month,
            @Every("P0D") LocalDateTime hour,
            @Every("P7D") String text,
            @Every("P7D") List<LocalDate> days)
            implements Pipeline {}

    @Test
    void a_step_that_leads_nowhere_is_refused_with_what_to_write() {
        assertThatThrownBy(() -> Binding.bind(Wrong.class, Map.of(), TODAY))
                .isInstanceOf(RefusedException.class)
                .hasMessage("""
                        Wrong.week has @Every("7 days"), but that is no period; write days, weeks, months or years, such as P7D.
                        Wrong.day has @Every("PT1H"), but a LocalDate cannot go so far; write days, weeks, months or years, such as P7D.
                        Wrong.month has @Every("P1D"), but a YearMonth cannot go so far; write months or years, such as P3M.
                        Wrong.hour has @Every("P0D"), but that leads to no later time; write a duration such as PT1H, or a period such as P1D.
                        Wrong.text has @Every("P7D"), but its type has no ranges of time; leave it out, or write one of LocalDate, YearMonth, LocalDateTime and Instant.
                        Wrong.days has @Every("P7D"), but its type has no ranges of time; leave it out, or write one of LocalDate, YearMonth, LocalDateTime and Instant.""");
    }

    record Plain(LocalDate week) implements Task<String> {
        @Override
        public String run(Context in) {
            return week.toString();
        }
    }

    record Stepped(@Every("P7D") LocalDate week) implements Task<String> {
        @Override
        public String run(Context in) {
            return week.toString();
        }
    }

    @Test
    void the_step_enters_no_digest() {
        assertThat(Shape.of(Stepped.class).refusals()).isEmpty();
        assertThat(digest(new Stepped(TODAY))).isEqualTo(digest(new Plain(TODAY)));
    }

    private static Object digest(Task<?> task) {
        return ((Component.Parameter)
                        Shape.of(task.getClass()).read(task).components().getFirst())
                .digest();
    }

    @Test
    void a_range_that_is_none_says_why() {
        LocalDate day = LocalDate.of(2021, 8, 2);

        assertThatThrownBy(() -> TimeRange.daily(day, day.minusDays(1)))
                .hasMessage("2021-08-02..2021-08-01..P1D is empty: 2021-08-02 lies after 2021-08-01");
        assertThatThrownBy(() -> new TimeRange<>(day, day, Period.ZERO))
                .hasMessage("2021-08-02..2021-08-02..P0D needs a step that goes on");
        assertThatThrownBy(() -> TimeRange.daily(day, day.plusYears(30)))
                .hasMessage("2021-08-02..2051-08-02..P1D has more than 10000 values");
    }

    private static List<Demand> bind(String option, String text) {
        return Binding.bind(Demand.class, Map.of(option, List.of(text)), TODAY).stream()
                .map(Demand.class::cast)
                .toList();
    }

    private static List<String> overTime(String option, String text) {
        return Binding.overTime(Demand.class, Map.of(option, List.of(text)));
    }
}
