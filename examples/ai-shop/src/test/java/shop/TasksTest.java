package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wadachi.evaluate.Fold;
import dev.wadachi.learn.Algorithm;
import dev.wadachi.learn.Formula;
import dev.wadachi.learn.Gbdt;
import dev.wadachi.learn.LastValue;
import dev.wadachi.learn.Ridge;
import dev.wadachi.model.Model;
import dev.wadachi.table.Table;
import dev.wadachi.table.TableFiles;
import dev.wadachi.task.External;
import dev.wadachi.task.FolderSink;
import dev.wadachi.task.Sink;
import dev.wadachi.task.Task;
import dev.wadachi.testkit.Direct;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each task alone, without an engine.
class TasksTest {

    private static final int WEEKS = 70;

    private final Task<Table> features = Task.of(Shop.features(Shop.weeks(WEEKS, 0)));
    private final LocalDate last = Shop.MONDAY.plusWeeks(WEEKS - 1);
    private final Fold fold = new Fold(last.minusWeeks(2), last);
    private final Direct in = new Direct();

    @Test
    void a_model_is_trained_on_what_was_known_and_on_nothing_later() {
        Model model = new Train(features, fold, new Ridge(1)).run(in);

        // Two series; the first five weeks have no level yet, and the last two are not known.
        assertThat(model.lineage()).containsEntry("rows", Integer.toString(2 * (WEEKS - 5 - 2)));
        assertThat(model.signature().output().name()).isEqualTo("sales");
    }

    @Test
    void an_evaluation_scores_the_week_and_records_its_metrics() {
        Task<Model> model = Task.of(new LastValue(2).fit(in.load(features), Formula.of("sales")));

        Score score = new Evaluate(model, features, fold).run(in);

        Table week = fold.test(in.load(features), "week");
        double[] sales = week.doubles("sales");
        double[] before = week.doubles("lag_2");
        assertThat(score.mae())
                .isCloseTo((Math.abs(sales[0] - before[0]) + Math.abs(sales[1] - before[1])) / 2, within(1e-9));
        assertThat(score.algorithm()).isEqualTo("last-value(lag=2)");
        assertThat(score.week()).isEqualTo(last);
        assertThat(in.metric("mae")).hasValue(score.mae());
    }

    @Test
    void the_ladder_ranks_algorithms_by_their_mean_error_over_all_weeks() {
        List<Task<Score>> scores = List.of(
                Task.of(new Score("ridge", last, 10, 12, 0.1, 0.1)),
                Task.of(new Score("ridge", last.minusWeeks(1), 40, 42, 0.3, 0.3)),
                Task.of(new Score("gbdt", last, 20, 22, 0.2, 0.2)),
                Task.of(new Score("gbdt", last.minusWeeks(1), 20, 26, 0.2, 0.2)));
        Table ladder = new Ladder(new Scores(scores)).run(in);

        assertThat(ladder.strings("algorithm")).containsExactly("gbdt", "ridge");
        assertThat(ladder.doubles("mae")).containsExactly(20, 25);
        assertThat(ladder.doubles("rmse")).containsExactly(24, 27);
        assertThat(new Best(Task.of(ladder), List.of(new Ridge(1), new Gbdt())).run(in))
                .isEqualTo(new Gbdt());
    }

    @Test
    void a_forecast_has_a_row_for_each_series_by_the_best_algorithm() {
        LocalDate ahead = last.plusWeeks(2);
        Task<Algorithm> best = Task.of(new Ridge(1));

        Table forecast = new Forecast(features, best, new Fold(last, ahead)).run(in);

        assertThat(forecast.strings("item")).containsExactly("beer", "milk");
        assertThat(forecast.strings("algorithm")).containsOnly("ridge");
        assertThat(forecast.dates("week")).containsOnly(ahead);
        assertThat(Arrays.stream(forecast.doubles("forecast"))).allMatch(pieces -> pieces > 0);
    }

    @Test
    void a_published_forecast_lies_in_the_project_and_is_missed_when_it_is_gone(@TempDir Path project)
            throws Exception {
        Direct there = Direct.in(project);
        Sink publish =
                new FolderSink(TableFiles.of(Task.of(in.load(features)), "forecast.csv", "forecast.parquet"), "out");

        External published = publish.run(there);

        Path csv = project.resolve("out").resolve("forecast.csv");
        assertThat(Files.readString(csv)).startsWith("store,item,week,sales,");
        assertThat(Table.parquet(project.resolve("out").resolve("forecast.parquet"))
                        .rows())
                .isEqualTo(2 * (WEEKS + 2));
        assertThat(publish.stamp(published, there)).isEqualTo(published.stamp());
        Files.writeString(csv, "edited");
        assertThat(publish.stamp(published, there)).isNotEqualTo(published.stamp());
    }

    @Test
    void a_published_week_is_found_by_its_number_of_iso_8601() {
        Table forecasts = PublishedForecasts.in("data/published").run(Direct.in(Shop.PROJECT));

        assertThat(forecasts.rows()).isEqualTo(300);
        assertThat(forecasts.dates("week"))
                .containsOnly(LocalDate.of(2020, 12, 21), LocalDate.of(2021, 1, 18), LocalDate.of(2021, 1, 25));
    }
}
