package shop;

import dev.wadachi.evaluate.Fold;
import dev.wadachi.evaluate.RollingOrigin;
import dev.wadachi.learn.Algorithm;
import dev.wadachi.learn.SeasonalNaive;
import dev.wadachi.table.Table;
import dev.wadachi.table.TableFiles;
import dev.wadachi.task.Default;
import dev.wadachi.task.Every;
import dev.wadachi.task.External;
import dev.wadachi.task.FolderSink;
import dev.wadachi.task.Pipeline;
import dev.wadachi.task.Task;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Weekly demand of every drink in every shop, forecast two weeks ahead. Weeks are named by their Monday.
///
/// @param sales the file of daily sales
/// @param first the first week of the backtest: the first that has a year of sales before it
/// @param last the last week of the backtest: the last that was sold to its end
/// @param week the week to forecast: the first of which nothing is known; a range of them goes by weeks
/// @param algorithms the rungs of the ladder
public record Demand(
        @Default("data/sales.csv") String sales,
        @Default("2021-01-04") LocalDate first,
        @Default("2021-12-20") LocalDate last,
        @Default("2022-01-03") @Every("P7D") LocalDate week,

        @Default("[last-value(lag=2),seasonal-naive,ridge,gbdt(columnShare=0.25)]")
        List<Algorithm> algorithms)
        implements Pipeline {

    /// The weeks for which the author of the data published a forecast.
    private static final List<LocalDate> PUBLISHED =
            List.of(LocalDate.of(2020, 12, 21), LocalDate.of(2021, 1, 18), LocalDate.of(2021, 1, 25));

    private Task<Table> weekly() {
        return new WeeklySales(new Sales(sales));
    }

    /// One row per store, item and week, with what was known two weeks before.
    public Task<Table> features() {
        return new Features(weekly());
    }

    /// The errors of each algorithm in each week of the backtest.
    public Task<Table> evaluate() {
        List<Task<Score>> scores = new ArrayList<>();
        for (Fold fold : RollingOrigin.weekly(first, last, Features.HORIZON).folds()) {
            algorithms.forEach(algorithm -> scores.add(score(fold, algorithm)));
        }
        return new Scores(scores);
    }

    /// The mean errors of each algorithm, the best first.
    public Task<Table> ladder() {
        return new Ladder(evaluate());
    }

    /// The algorithm with the smallest mean absolute error.
    public Task<Algorithm> best() {
        return new Best(ladder(), algorithms);
    }

    /// What each shop will sell of each item in the week to forecast.
    public Task<Table> forecast() {
        return new Forecast(features(), best(), fold(week));
    }

    /// The forecast as CSV and Parquet in the folder `out`. Who edits or deletes the files gets them again with the
    /// next run.
    public Task<External> publish() {
        return new FolderSink(TableFiles.of(forecast(), "forecast.csv", "forecast.parquet"), "out");
    }

    /// Our errors beside those of the published forecasts, in the three weeks that have one.
    public Task<Table> published() {
        List<Task<Score>> scores = new ArrayList<>();
        for (LocalDate target : PUBLISHED) {
            scores.add(new EvaluatePublished(PublishedForecasts.in("data/published"), weekly(), target));
            algorithms.stream()
                    .filter(algorithm -> !(algorithm instanceof SeasonalNaive) || !target.isBefore(first))
                    .forEach(algorithm -> scores.add(score(fold(target), algorithm)));
        }
        return new Scores(scores);
    }

    private Task<Score> score(Fold fold, Algorithm algorithm) {
        return new Evaluate(new Train(features(), fold, algorithm), features(), fold);
    }

    private static Fold fold(LocalDate week) {
        return new Fold(week.minusWeeks(Features.HORIZON), week);
    }
}
