package dev.wadachi.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The example that the package's documentation shows.
class PackageExampleTest {

    record Train(Task<String> features, LocalDate until) implements Task<String> {
        @Override
        public String run(Context in) {
            return in.load(features);
        }
    }

    @Test
    void the_components_of_a_task_are_told_apart() {
        List<String> said = new ArrayList<>();

        Shape shape = Shape.of(Train.class);
        for (Component component :
                shape.read(new Train(Task.of("1,2"), LocalDate.of(2021, 8, 2))).components()) {
            said.add(
                    switch (component) {
                        case Component.Parameter parameter -> parameter.name() + "=" + parameter.text();
                        case Component.Upstream upstream -> upstream.name() + " is a task";
                        case Component.Upstreams upstreams -> upstreams.tasks().size() + " tasks";
                        case Component.NamedUpstreams upstreams ->
                            "tasks " + upstreams.tasks().keySet();
                    });
        }

        assertThat(said).containsExactly("features is a task", "until=2021-08-02");
    }
}
