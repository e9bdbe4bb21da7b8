package dev.wadachi.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.json.Json;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import dev.wadachi.task.Was;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TaskSpecTest {

    record Sales(String file) implements Task<String> {
        @Override
        public String run(Context in) {
            return file;
        }
    }

    record Next(Task<String> before) implements Task<String> {
        @Override
        public String run(Context in) {
            return in.load(before);
        }
    }

    record Join(
            Task<String> left,
            List<Task<String>> rest,
            Map<String, Task<String>> named,
            LocalDate until,
            Samples.Algorithm algorithm)
            implements Task<String> {
        Join {
            if (until.isBefore(LocalDate.of(2020, 1, 1))) {
                throw new IllegalArgumentException("until must lie after 2020, but was " + until);
            }
        }

        @Override
        public String run(Context in) {
            return in.load(left);
        }
    }

    private static final ClassLoader LOADER = TaskSpecTest.class.getClassLoader();

    @Test
    void a_task_comes_back_with_all_its_upstreams_each_written_once() {
        Task<String> sales = new Sales("data/sales.csv");
        Join join = new Join(
                new Next(sales),
                List.of(sales, new Sales("data/sales.csv")),
                Map.of("given", Task.of("text")),
                LocalDate.of(2021, 8, 2),
                new Samples.Algorithm.Boosting(0.1, 100));

        Json json = TaskSpec.write(join);

        assertThat(json.pretty()).isEqualTo("""
                {
                  "tasks": [
                    {
                      "class": "dev.wadachi.task.Given",
                      "given": {
                        "class": "java.lang.String",
                        "value": "text"
                      }
                    },
                    {
                      "class": "dev.wadachi.parameter.TaskSpecTest$Sales",
                      "components": {
                        "file": "data/sales.csv"
                      }
                    },
                    {
                      "class": "dev.wadachi.parameter.TaskSpecTest$Next",
                      "components": {
                        "before": 1
                      }
                    },
                    {
                      "class": "dev.wadachi.parameter.TaskSpecTest$Join",
                      "components": {
                        "left": 2,
                        "rest": [
                          1,
                          1
                        ],
                        "named": {
                          "given": 0
                        },
                        "until": "2021-08-02",
                        "algorithm": {
                          "@type": "gbdt",
                          "rate": 0.1,
                          "trees": 100
                        }
                      }
                    }
                  ]
                }
                """);
        assertThat((Object) TaskSpec.read(Json.parse(json.compact()), LOADER)).isEqualTo(join);
    }

    @Was("Exports")
    record Sales2(@Was("path") String file, @Was("first") Task<String> before) implements Task<String> {
        @Override
        public String run(Context in) {
            return file;
        }
    }

    @Test
    void a_task_whose_class_and_components_were_renamed_is_made_again() {
        Sales2 task = new Sales2("a", new Sales("b"));
        String before = TaskSpec.write(task)
                .compact()
                .replace("$Sales2", "$Exports")
                .replace("\"file\":\"a\"", "\"path\":\"a\"")
                .replace("\"before\"", "\"first\"");

        assertThat((Object) TaskSpec.read(Json.parse(before), LOADER)).isEqualTo(task);
    }

    static List<Object> given() {
        return List.of(
                List.of(1, 2),
                List.of(),
                List.of(List.of("a"), List.of(LocalDate.of(2021, 8, 2))),
                Set.of(new Samples.Algorithm.Boosting(0.1, 100)),
                Map.of("rate", 0.1, "depth", 6.0),
                Optional.of("text"),
                Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("given")
    void collections_of_given_values_are_made_again(Object value) {
        Json json = Json.parse(TaskSpec.write(Task.of(value)).compact());

        assertThat((Object) TaskSpec.read(json, LOADER)).isEqualTo(Task.of(value));
    }

    @Test
    void a_given_list_of_what_has_no_form_cannot_be_made_again() {
        assertThat(TaskSpec.write(Task.of(List.of(1, new Object()))).compact()).contains("\"given\":null");
    }

    @Test
    void a_chain_of_a_hundred_thousand_tasks_is_written_and_made_again() {
        Task<String> chain = new Sales("start");
        for (int i = 0; i < 100_000; i++) {
            chain = new Next(chain);
        }

        Json json = TaskSpec.write(chain);
        Task<?> back = TaskSpec.read(json, LOADER);

        assertThat(json.asObject().array("tasks").size()).isEqualTo(100_001);
        int length = 0;
        for (Object at = back; at instanceof Next next; at = next.before()) {
            length++;
        }
        assertThat(length).isEqualTo(100_000);
    }

    @Test
    void sixty_stacked_diamonds_are_written_in_linear_time() {
        Task<String> top = new Sales("start");
        for (int i = 0; i < 60; i++) {
            top = new Join(top, List.of(top), Map.of(), LocalDate.of(2021, 8, 2), new Samples.Algorithm.LastValue());
        }

        assertThat(TaskSpec.write(top).asObject().array("tasks").size()).isEqualTo(61);
    }

    @Test
    void a_task_that_cannot_be_made_any_more_says_why() {
        Map<String, String> reasons = Map.of(
                "{\"tasks\": []}",
                "The recorded task cannot be made again. There is no task in it.",
                "{\"tasks\": [{\"class\": \"gone.Task\", \"components\": {}}]}",
                "The class gone.Task is gone.",
                "{\"tasks\": [{\"class\": \"java.lang.String\", \"components\": {}}]}",
                "The recorded task cannot be made again. java.lang.String is no longer a task.",
                "{\"tasks\": [{\"class\": \"%s$Sales\", \"components\": {}}]}",
                "The recorded task cannot be made again. There is no 'file' of the task.",
                "{\"tasks\": [{\"class\": \"%s$Sales\", \"components\": {\"file\": []}}]}",
                "The recorded task cannot be made again. In file: Expected text, but found [].",
                "{\"tasks\": [{\"class\": \"%s$Next\", \"components\": {\"before\": 0}}]}",
                "The recorded task cannot be made again. There is no task 0 before it.",
                "{\"tasks\": [{\"class\": \"dev.wadachi.task.Given\", \"given\": null}]}",
                "The recorded task cannot be made again. A value that was given is not kept here.");
        reasons.forEach((json, reason) -> assertThatThrownBy(() ->
                        TaskSpec.read(Json.parse(json.replace("%s", TaskSpecTest.class.getName())), LOADER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason));
    }

    @Test
    void a_constructor_that_refuses_the_recorded_components_is_quoted() {
        Task<String> sales = new Sales("a");
        Join join = new Join(sales, List.of(), Map.of(), LocalDate.of(2021, 8, 2), new Samples.Algorithm.LastValue());
        Json json = Json.parse(TaskSpec.write(join).compact().replace("2021-08-02", "2019-08-02"));

        assertThatThrownBy(() -> TaskSpec.read(json, LOADER))
                .hasMessage(
                        "Join can no longer be made of its recorded components: until must lie after 2020, but was 2019-08-02");
    }
}
