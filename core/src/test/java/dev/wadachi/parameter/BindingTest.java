package dev.wadachi.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.task.Context;
import dev.wadachi.task.Default;
import dev.wadachi.task.Pipeline;
import dev.wadachi.task.Task;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class BindingTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 8, 2);

    enum Speed {
        FAST,
        VERY_SLOW
    }

    record Demand(
            LocalDate week,
            @Default("gbdt") Samples.Algorithm algorithm,
            @Default("[4,13]") List<Integer> lags,
            @Default("none") Optional<String> onlyStore,
            @Default("FAST") Speed speed,
            @Default("false") boolean dryRun)
            implements Pipeline {
        Demand {
            if (lags.contains(0)) {
                throw new IllegalArgumentException("lags must be at least 1, but one was 0");
            }
        }
    }

    @Test
    void what_is_not_given_has_its_default() {
        assertThat(bind(Map.of("week", List.of("2021-07-05"))))
                .containsExactly(new Demand(
                        LocalDate.of(2021, 7, 5),
                        new Samples.Algorithm.Boosting(0.1, 100),
                        List.of(4, 13),
                        Optional.empty(),
                        Speed.FAST,
                        false));
    }

    @Test
    void options_are_known_in_kebab_case_and_as_the_component_is_named() {
        Demand demand = bind(Map.of(
                        "week",
                        List.of("today"),
                        "only-store",
                        List.of("A"),
                        "dryRun",
                        List.of(),
                        "speed",
                        List.of("very-slow")))
                .getFirst();

        assertThat(demand.week()).isEqualTo(TODAY);
        assertThat(demand.onlyStore()).contains("A");
        assertThat(demand.dryRun()).isTrue();
        assertThat(demand.speed()).isEqualTo(Speed.VERY_SLOW);
    }

    @Test
    void commas_and_ranges_sweep_over_all_combinations() {
        Map<String, List<String>> options = new LinkedHashMap<>();
        options.put("week", List.of("2021-07-19..today..P7D"));
        options.put("algorithm", List.of("gbdt(rate=0.3),last-value"));

        assertThat(bind(options))
                .extracting(Demand::week, Demand::algorithm)
                .containsExactly(
                        tuple("2021-07-19", new Samples.Algorithm.Boosting(0.3, 100)),
                        tuple("2021-07-19", new Samples.Algorithm.LastValue()),
                        tuple("2021-07-26", new Samples.Algorithm.Boosting(0.3, 100)),
                        tuple("2021-07-26", new Samples.Algorithm.LastValue()),
                        tuple("2021-08-02", new Samples.Algorithm.Boosting(0.3, 100)),
                        tuple("2021-08-02", new Samples.Algorithm.LastValue()));
    }

    @Test
    void a_list_is_the_option_repeated_or_written_in_brackets() {
        assertThat(lags("1", "2", "3..5")).containsExactly(List.of(1, 2, 3, 4, 5));
        assertThat(lags("[1,2]")).containsExactly(List.of(1, 2));
        assertThat(lags("[1..3]")).containsExactly(List.of(1, 2, 3));
        assertThat(lags("[1,2],[3],4")).containsExactly(List.of(1, 2), List.of(3), List.of(4));
        assertThat(lags("[]")).containsExactly(List.of());
    }

    @Test
    void quotes_protect_commas() {
        Map<String, List<String>> options = Map.of("week", List.of("today"), "only-store", List.of("'a, b',c"));

        assertThat(bind(options)).extracting(Demand::onlyStore).containsExactly(Optional.of("a, b"), Optional.of("c"));
    }

    @Test
    void everything_that_is_wrong_is_reported_at_once() {
        Map<String, List<String>> options = new LinkedHashMap<>();
        options.put("algoritm", List.of("gbdt"));
        options.put("algorithm", List.of("gbtd,gbdt(rat=1,rate=high)"));
        options.put("lags", List.of("[1,x,y]"));
        options.put("speed", List.of("FAST", "VERY_SLOW"));
        options.put("dry-run", List.of("yes"));
        options.put("only-store", List.of());

        assertThatThrownBy(() -> bind(options))
                .isInstanceOf(BadParametersException.class)
                .hasMessage("""
                10 parameters of Demand are not right:
                  --algoritm: is no parameter of Demand; did you mean --algorithm?
                  --week: is missing: give a date such as 2021-08-02
                  --algorithm: gbtd is not one of gbdt, last-value, none, ensemble; did you mean gbdt?
                  --algorithm rat: is no component of gbdt(rate=0.1,trees=100); did you mean rate?
                  --algorithm rate: high is not a number such as 0.1
                  --lags: x is not a whole number of at most 32 bits, such as 53
                  --lags: y is not a whole number of at most 32 bits, such as 53
                  --only-store: needs a value: text, or none
                  --speed: is given 2 times (FAST and VERY_SLOW); for a sweep write a comma between the values
                  --dry-run: yes is not true or false""");
    }

    @Test
    void what_a_constructor_refuses_is_a_bad_parameter_with_its_reason() {
        assertThatThrownBy(() -> bind(Map.of("week", List.of("today"), "lags", List.of("[0]"))))
                .isInstanceOf(BadParametersException.class)
                .hasMessage("""
                        A parameter of Demand is not right:
                          --week 2021-08-02 --algorithm gbdt(rate=0.1,trees=100) --lags [0] --only-store none --speed FAST --dry-run false: \
                        lags must be at least 1, but one was 0""");
    }

    @Test
    void a_sweep_that_would_never_end_is_refused() {
        assertThatThrownBy(() -> bind(
                        Map.of("week", List.of("2021-01-01..2021-04-10"), "lags", List.of("1,".repeat(200) + "1"))))
                .hasMessageContaining("the sweep has more than 10000 combinations; sweep over less");
    }

    @Test
    void help_can_list_the_options() {
        assertThat(Binding.options(Demand.class))
                .containsExactly(
                        new Option("week", "a date such as 2021-08-02", List.of("today"), null),
                        new Option(
                                "algorithm",
                                "one of gbdt, last-value, none, ensemble",
                                List.of("gbdt", "last-value", "none", "ensemble"),
                                "gbdt"),
                        new Option(
                                "lags",
                                "a list such as [a,b], each a whole number of at most 32 bits, such as 53",
                                List.of(),
                                "[4,13]"),
                        new Option("only-store", "text, or none", List.of("none"), "none"),
                        new Option("speed", "one of FAST, VERY_SLOW", List.of("FAST", "VERY_SLOW"), "FAST"),
                        new Option("dry-run", "true or false", List.of("true", "false"), "false"));
    }

    record Upstream(Task<String> text) implements Task<String> {
        @Override
        public String run(Context in) {
            return in.load(text);
        }
    }

    @Test
    void a_task_with_upstreams_cannot_be_bound() {
        assertThatThrownBy(() -> Binding.bind(Upstream.class, Map.of(), TODAY))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Upstream.text is a task, which no option can stand for; "
                        + "build the task in a method of a pipeline, or name a pipeline that does.");
    }

    private static List<Demand> bind(Map<String, List<String>> options) {
        return Binding.bind(Demand.class, options, TODAY).stream()
                .map(Demand.class::cast)
                .toList();
    }

    private static List<List<Integer>> lags(String... texts) {
        return bind(Map.of("week", List.of("today"), "lags", List.of(texts))).stream()
                .map(Demand::lags)
                .toList();
    }

    private static Tuple tuple(String week, Samples.Algorithm algorithm) {
        return Tuple.tuple(LocalDate.parse(week), algorithm);
    }
}
