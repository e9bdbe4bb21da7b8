package dev.wadachi.guide;

import static dev.wadachi.table.PartitionKey.date;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.Settings;
import dev.wadachi.Wadachi;
import dev.wadachi.engine.Offering;
import dev.wadachi.engine.Request;
import dev.wadachi.remote.BucketSink;
import dev.wadachi.store.Remote;
import dev.wadachi.store.Sharing;
import dev.wadachi.table.ColumnType;
import dev.wadachi.table.HttpSink;
import dev.wadachi.table.PartitionedTable;
import dev.wadachi.table.Table;
import dev.wadachi.table.TableFiles;
import dev.wadachi.task.Context;
import dev.wadachi.task.External;
import dev.wadachi.task.Needs;
import dev.wadachi.task.Published;
import dev.wadachi.task.PublishedName;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the pages on sharing, partitions and sinks show.
class EdgesTest {

    record Score(double mae) {}

    record Assess() implements Task<Score> {
        @Override
        public Score run(Context in) {
            return new Score(17.2);
        }
    }

    record ShopScore() implements Published<Score> {
        @Override
        public PublishedName published() {
            return new PublishedName("shop", "score");
        }
    }

    @Needs(cores = 2, memory = "256MB")
    record Train(Task<Table> features) implements Task<Long> {
        @Override
        public Long run(Context in) {
            return in.load(features).rows();
        }
    }

    private static Task<Table> forecast() {
        return Task.of(Table.query("select 1 as cans", Map.of()));
    }

    Task<External> exported() {
        return new BucketSink(TableFiles.of(forecast(), "forecast.parquet"), "exports", "forecasts/weekly");
    }

    Task<External> sent() {
        return HttpSink.sending(forecast(), "search");
    }

    Task<Table> sales() {
        return PartitionedTable.csv("sales", date("date")).type("code", ColumnType.VARCHAR);
    }

    @TempDir
    Path project;

    @Test
    void a_value_of_ones_own_type_is_published_and_read() {
        try (Wadachi wadachi = Wadachi.open(project)) {
            wadachi.run(new Assess());
            wadachi.publish(Request.of(new Assess()), Offering.as("shop/score"));

            assertThat(wadachi.run(new ShopScore())).isEqualTo(new Score(17.2));
        }
    }

    @Test
    void a_body_that_needs_two_cores_runs() {
        try (Wadachi wadachi = Wadachi.open(project)) {
            assertThat(wadachi.run(new Train(forecast()))).isEqualTo(1);
        }
    }

    @Test
    void a_declared_text_of_partitions_keeps_its_zeros() throws IOException {
        Files.createDirectories(project.resolve("sales/date=2021-08-02"));
        Files.writeString(project.resolve("sales/date=2021-08-02/a.csv"), "code,cans\n007,1\n");
        try (Wadachi wadachi = Wadachi.open(project)) {
            assertThat(wadachi.run(sales()).strings("code")).containsExactly("007");
        }
    }

    @Test
    void a_store_of_a_team_is_opened_beside_the_own_one() {
        Remote team = Remote.of(project.resolve("team").toUri().toString(), Sharing.READ);
        try (Wadachi wadachi = Wadachi.open(Settings.of(project).withRemote(team))) {
            assertThat(wadachi.run(new Assess()).mae()).isEqualTo(17.2);
        }
    }

    @Test
    void sinks_without_their_resources_say_so() {
        try (Wadachi wadachi = Wadachi.open(project)) {
            assertThatThrownBy(() -> wadachi.run(exported())).hasMessageContaining("there is no resource 'exports'");
            assertThatThrownBy(() -> wadachi.run(sent())).hasMessageContaining("there is no resource 'search'");
        }
    }
}
