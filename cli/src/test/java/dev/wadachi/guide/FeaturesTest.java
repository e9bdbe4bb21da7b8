package dev.wadachi.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.table.Split;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import dev.wadachi.testkit.Direct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `docs/how-to/point-in-time-features.md` shows.
class FeaturesTest {

    record Sales(String file) implements Source<Table> {
        @Override
        public Stamp stamp(Resources from) {
            return Stamp.ofFile(from.path(file));
        }

        @Override
        public Table run(Context in) {
            return Table.csv(in.path(file)).timed("date");
        }
    }

    @Test
    void a_feature_is_joined_since_it_is_known_and_while_it_lives() {
        Table events = Table.query("""
                select 'ueno' as store, 'tea' as item, unnest([date '2021-08-01', date '2021-08-05', date '2021-10-01'])
                    as happened""", Map.of());
        Table features = Table.query(
                "select 'ueno' as store, 'tea' as item, date '2021-08-02' as known_at, 1.5 as price", Map.of());

        Table rows = events.asOf(features)
                .on("store", "item") // equal in both
                .time("happened", "known_at") // when the event happened; since when the feature was known
                .within(Duration.ofDays(30)); // how long a feature lives

        assertThat(rows.sql("select count(price) as known from this").longs("known"))
                .containsExactly(1);
        assertThat(rows.rows()).isEqualTo(3);
    }

    @Test
    void rows_are_split_by_time_by_group_or_by_chance_for_a_reason(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("sales.csv"), sales());
        Table sales = new Sales("sales.csv").run(Direct.in(folder));
        Table rows = Table.csv(folder.resolve("sales.csv"));

        Split newest = rows.split(0.2).byTime("date"); // the newest fifth is the test; a day stays together
        Split since = rows.splitFrom("date", LocalDate.of(2021, 7, 19)); // from that day on
        Split stores = rows.split(0.2).byGroup("store"); // some stores are the test, whole
        Split alike = rows.split(0.2).seed(7).stratified("bought"); // chance, the same share of each value
        Split drawn = rows.split(0.2).seed(7).randomly(); // chance

        assertThat(newest.test().rows()).isEqualTo(20);
        assertThat(since.test().rows()).isEqualTo(12);
        assertThat(stores.train().rows() + stores.test().rows()).isEqualTo(100);
        assertThat(alike.test().rows()).isBetween(18L, 22L);
        assertThat(drawn.test().rows()).isBetween(5L, 40L);

        assertThatThrownBy(() -> sales.split(0.2).randomly()).hasMessageContaining("because");
        Split reasoned =
                sales.split(0.2).because("labels do not depend on the day").randomly();
        assertThat(reasoned.train().rows() + reasoned.test().rows()).isEqualTo(100);
    }

    private static String sales() {
        StringBuilder csv = new StringBuilder("date,store,bought\n");
        for (int day = 0; day < 100; day++) {
            csv.append(LocalDate.of(2021, 4, 22).plusDays(day))
                    .append(",store ")
                    .append(day % 10)
                    .append(',')
                    .append(day % 2)
                    .append('\n');
        }
        return csv.toString();
    }
}
