package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AsOfTest {

    private static final Instant START = Instant.parse("2021-01-01T00:00:00Z");

    record Event(@Nullable String store, Instant at, int id) {}

    record Feature(@Nullable String store, Instant at, int value) {}

    record Joined(
            @Nullable String store,
            Instant at,
            int id,
            @Nullable Integer value) {}

    private static Instant hour(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    private static Table events(Event... events) {
        return Table.of(List.of(events));
    }

    private static Table features(Feature... features) {
        return Table.of(List.of(features));
    }

    @Test
    void an_event_gets_the_newest_feature_that_was_known_when_it_happened() {
        Table joined = events(new Event("a", hour(5), 1), new Event("b", hour(5), 2), new Event("a", hour(1), 3))
                .asOf(features(
                        new Feature("a", hour(6), 60),
                        new Feature("a", hour(2), 20),
                        new Feature("a", hour(5), 50),
                        new Feature("b", hour(4), 40)))
                .on("store")
                .time("at")
                .withoutLimit();
        assertThat(joined.as(Joined.class))
                .containsExactly(
                        new Joined("a", hour(5), 1, 50),
                        new Joined("b", hour(5), 2, 40),
                        new Joined("a", hour(1), 3, null));
    }

    @Test
    void a_feature_lives_up_to_and_including_its_time_to_live() {
        Table events = events(new Event("a", hour(10), 1), new Event("a", hour(11), 2));
        Table features = features(new Feature("a", hour(7), 70));
        assertThat(events.asOf(features)
                        .on("store")
                        .time("at")
                        .within(Duration.ofHours(3))
                        .as(Joined.class))
                .containsExactly(new Joined("a", hour(10), 1, 70), new Joined("a", hour(11), 2, null));
    }

    @Test
    void of_features_of_one_time_the_last_one_counts() {
        Table features = features(new Feature("a", hour(1), 9), new Feature("a", hour(1), 7));
        assertThat(events(new Event("a", hour(1), 1))
                        .asOf(features)
                        .on("store")
                        .time("at")
                        .withoutLimit()
                        .ints("value"))
                .containsExactly(7);
    }

    @Test
    void days_may_be_joined_with_instants_and_times_may_have_two_names() {
        Table days = Columns.none()
                .dates("day", new LocalDate[] {LocalDate.of(2021, 1, 1), LocalDate.of(2021, 1, 2)})
                .table();
        Table joined = days.asOf(features(new Feature("a", hour(3), 30)))
                .time("day", "at")
                .within(Duration.ofDays(1));
        assertThat(joined.schema().names()).containsExactly("day", "store", "at", "value");
        assertThat(joined.doubles("value")).containsExactly(Double.NaN, 30);
    }

    @Test
    void everything_that_is_wrong_with_a_join_is_told_at_once() {
        Table events = events(new Event("a", hour(1), 1)).sql("select *, 1 as value from this");
        assertThatThrownBy(() -> events.asOf(features(new Feature("a", hour(1), 9)))
                        .on("shop")
                        .time("id", "ad")
                        .withoutLimit())
                .isInstanceOf(TableException.class)
                .hasMessageContainingAll(
                        "column \"id\" holds INTEGER, not times",
                        "there is no column \"ad\"; did you mean \"at\"?",
                        "there is no column \"shop\"",
                        "both tables have a column \"value\"; call that of the features otherwise");
    }

    /// No feature from the future, none that is too old, and the newest of the others: as a loop over all finds it.
    @Property(tries = 60)
    void no_future_row_ever_leaks_and_the_time_to_live_is_kept(
            @ForAll("someEvents") @Size(min = 1, max = 30) List<Event> events,
            @ForAll("someFeatures") @Size(min = 1, max = 30) List<Feature> features,
            @ForAll @IntRange(max = 12) int hoursToLive) {
        Duration life = Duration.ofHours(hoursToLive);
        List<Joined> expected = new ArrayList<>();
        for (Event event : events) {
            Optional<Feature> newest = features.stream()
                    .filter(feature -> event.store() != null && event.store().equals(feature.store()))
                    .filter(feature -> !feature.at().isAfter(event.at()))
                    .filter(feature -> !feature.at().isBefore(event.at().minus(life)))
                    .reduce((one, other) -> other.at().isBefore(one.at()) ? one : other);
            expected.add(new Joined(
                    event.store(),
                    event.at(),
                    event.id(),
                    newest.map(Feature::value).orElse(null)));
        }
        assertThat(Table.of(Event.class, events)
                        .asOf(Table.of(Feature.class, features))
                        .on("store")
                        .time("at")
                        .within(life)
                        .as(Joined.class))
                .isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<Event>> someEvents() {
        return Combinators.combine(stores(), hours(), Arbitraries.integers().between(0, 99))
                .as(Event::new)
                .list();
    }

    @Provide
    Arbitrary<List<Feature>> someFeatures() {
        return Combinators.combine(stores(), hours(), Arbitraries.integers().between(0, 99))
                .as(Feature::new)
                .list();
    }

    private static Arbitrary<String> stores() {
        return Arbitraries.of("a", "b", "c").injectNull(0.1);
    }

    private static Arbitrary<Instant> hours() {
        return Arbitraries.integers().between(0, 24).map(AsOfTest::hour);
    }

    @Test
    void a_time_to_live_beyond_all_times_is_refused_with_what_to_write() {
        AsOf join = events(new Event("a", hour(1), 1))
                .asOf(features(new Feature("a", hour(1), 9)))
                .on("store")
                .time("at");
        assertThatThrownBy(() -> join.within(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("at most 36500000 days", ".withoutLimit()");
        assertThat(join.within(Duration.ofDays(36_500_000)).rows()).isEqualTo(1);
    }
}
