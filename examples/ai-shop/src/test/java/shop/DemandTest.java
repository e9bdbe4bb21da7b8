package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wadachi.Settings;
import dev.wadachi.Wadachi;
import dev.wadachi.learn.Algorithm;
import dev.wadachi.learn.Gbdt;
import dev.wadachi.learn.LastValue;
import dev.wadachi.learn.Ridge;
import dev.wadachi.learn.SeasonalNaive;
import dev.wadachi.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole pipeline over the real sales, through the front door. Its goals share their work.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemandTest {

    record Rung(String algorithm, long weeks, double mae, double rmse, double mape) {}

    private static final List<Algorithm> ALGORITHMS =
            List.of(new LastValue(2), new SeasonalNaive(52), new Ridge(1), new Gbdt(200, 0.1, 6, 1, 1, 1, 0.25, 0));

    private static final Demand DEMAND = new Demand(
            "data/sales.csv",
            LocalDate.of(2021, 1, 4),
            LocalDate.of(2021, 12, 20),
            LocalDate.of(2022, 1, 3),
            ALGORITHMS);

    private Wadachi wadachi;

    @BeforeAll
    void open(@TempDir Path store) {
        wadachi = Wadachi.open(Settings.of(Shop.PROJECT).withStore(store));
    }

    @AfterAll
    void close() {
        wadachi.close();
    }

    @Test
    void boosted_trees_beat_both_naive_forecasts_over_2021() {
        Map<String, Rung> rungs = wadachi.run(DEMAND.ladder()).as(Rung.class).stream()
                .collect(Collectors.toMap(Rung::algorithm, Function.identity()));
        Rung trees = rung(rungs, "gbdt(columnShare=0.25)");

        assertThat(rungs.values())
                .hasSize(4)
                .allSatisfy(rung -> assertThat(rung.weeks()).isEqualTo(51));
        assertThat(List.of("last-value(lag=2)", "seasonal-naive")).allSatisfy(name -> {
            Rung naive = rung(rungs, name);
            assertThat(trees.mae()).isLessThan(naive.mae());
            assertThat(trees.rmse()).isLessThan(naive.rmse());
            assertThat(trees.mape()).isLessThan(naive.mape());
        });
    }

    /// The figures were published with the data; see README.md.
    @Test
    void scores_of_the_published_and_the_naive_forecasts_are_the_known_ones() {
        List<Score> scores = wadachi.run(DEMAND.published()).as(Score.class);

        assertThat(score(scores, "published", LocalDate.of(2020, 12, 21)).mae()).isCloseTo(21.01, within(0.005));
        assertThat(score(scores, "published", LocalDate.of(2021, 1, 18)).rmse()).isCloseTo(32.07, within(0.005));
        assertThat(score(scores, "published", LocalDate.of(2021, 1, 25)).mape()).isCloseTo(0.1255, within(0.00005));
        assertThat(score(scores, "last-value(lag=2)", LocalDate.of(2021, 1, 18)).mae())
                .isCloseTo(19.35, within(0.005));
        assertThat(score(scores, "seasonal-naive", LocalDate.of(2021, 1, 25)).rmse())
                .isCloseTo(30.22, within(0.01));
    }

    /// Three numbers with these marks between them; the last is a share or a percentage.
    private static Pattern figures(String mark) {
        String number = "\\**(\\d*\\.\\d+)\\**";
        return Pattern.compile(number + mark + number + mark + number + "( %)?");
    }

    private static List<double[]> shown(String page, Pattern figures) throws IOException {
        return figures.matcher(Files.readString(Shop.PROJECT.resolve(page)))
                .results()
                .map(found -> new double[] {
                    Double.parseDouble(found.group(1)),
                    Double.parseDouble(found.group(2)),
                    Double.parseDouble(found.group(3)) / (found.group(4) == null ? 1 : 100)
                })
                .toList();
    }

    /// Half of the last digit; the last bits of boosted trees differ between processors, and with them a little more.
    private static void assertShown(double[] shown, String algorithm, double mae, double rmse, double mape) {
        double grace = algorithm.startsWith("gbdt") ? 10 : 1;
        assertThat(shown[0]).as("MAE of " + algorithm).isCloseTo(mae, within(grace * 0.00501));
        assertThat(shown[1]).as("RMSE of " + algorithm).isCloseTo(rmse, within(grace * 0.00501));
        assertThat(shown[2]).as("MAPE of " + algorithm).isCloseTo(mape, within(grace * 0.0000501));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "../../README.md", "../../README.ja.md"})
    void the_pages_show_the_ladder_as_it_is(String page) throws IOException {
        List<Rung> rungs = wadachi.run(DEMAND.ladder()).as(Rung.class);
        List<double[]> shown = shown(page, figures(" \\| "));

        assertThat(shown).hasSameSizeAs(rungs);
        for (int i = 0; i < rungs.size(); i++) {
            Rung rung = rungs.get(i);
            assertShown(shown.get(i), rung.algorithm(), rung.mae(), rung.rmse(), rung.mape());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "../../README.md", "../../README.ja.md"})
    void the_pages_show_the_published_weeks_as_they_are(String page) throws IOException {
        List<Score> scores = wadachi.run(DEMAND.published()).as(Score.class);
        List<double[]> shown = shown(page, figures(" / "));

        assertThat(shown).hasSameSizeAs(scores);
        for (int i = 0; i < scores.size(); i++) {
            Score score = scores.get(i);
            assertShown(shown.get(i), score.algorithm(), score.mae(), score.rmse(), score.mape());
        }
    }

    @Test
    void the_best_algorithm_forecasts_every_drink_in_every_shop() {
        Table forecast = wadachi.run(DEMAND.forecast());

        assertThat(forecast.rows()).isEqualTo(100);
        assertThat(forecast.dates("week")).containsOnly(LocalDate.of(2022, 1, 3));
        assertThat(forecast.strings("algorithm"))
                .containsOnly(wadachi.run(DEMAND.best()).text());
        // A January week of 2021 sold 27,030 pieces in all; sales grow by a few per cent a year.
        assertThat(Arrays.stream(forecast.doubles("forecast")).sum()).isBetween(25_000.0, 31_000.0);
    }

    private static Score score(List<Score> scores, String algorithm, LocalDate week) {
        return scores.stream()
                .filter(score ->
                        score.algorithm().equals(algorithm) && score.week().equals(week))
                .findFirst()
                .orElseThrow();
    }

    private static Rung rung(Map<String, Rung> rungs, String algorithm) {
        return Objects.requireNonNull(rungs.get(algorithm));
    }
}
