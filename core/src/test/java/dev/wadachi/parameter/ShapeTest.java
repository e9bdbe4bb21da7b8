package dev.wadachi.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.task.Added;
import dev.wadachi.task.Context;
import dev.wadachi.task.Insignificant;
import dev.wadachi.task.Task;
import dev.wadachi.task.Was;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShapeTest {

    private record Text(String value) implements Task<String> {
        @Override
        public String run(Context in) {
            return value;
        }

        @Override
        public boolean equals(Object other) {
            throw new AssertionError("the engine never calls equals on a task");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("the engine never calls hashCode on a task");
        }

        @Override
        public String toString() {
            throw new AssertionError("the engine never calls toString on a task");
        }
    }

    private record Join(
            Task<String> first,
            List<Task<String>> rest,
            Map<String, Task<String>> named,
            String separator,
            Optional<LocalDate> until)
            implements Task<String> {
        @Override
        public String run(Context in) {
            return separator;
        }
    }

    @Test
    void components_are_parameters_and_upstreams_in_the_order_of_their_declaration() {
        Text a = new Text("a");
        Text b = new Text("b");

        Reading reading =
                read(new Join(a, List.of(b, a), Map.of("z", a, "b", b), ", ", Optional.of(LocalDate.of(2021, 8, 2))));

        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.components())
                .extracting(Component::name)
                .containsExactly("first", "rest", "named", "separator", "until");
        assertThat(((Component.Upstream) reading.components().get(0)).task()).isSameAs(a);
        assertThat(((Component.Upstreams) reading.components().get(1)).tasks())
                .satisfiesExactly(
                        task -> assertThat((Object) task).isSameAs(b),
                        task -> assertThat((Object) task).isSameAs(a));
        assertThat(((Component.NamedUpstreams) reading.components().get(2))
                        .tasks()
                        .keySet())
                .containsExactly("b", "z");
        assertThat(((Component.Parameter) reading.components().get(3)).text()).isEqualTo("\", \"");
        assertThat(((Component.Parameter) reading.components().get(4)).text()).isEqualTo("2021-08-02");
    }

    private record Old(int lags) implements Task<String> {
        @Override
        public String run(Context in) {
            return "";
        }
    }

    private record New(
            @Was("lags") int window,
            @Added("53") int weeks,
            @Insignificant int threads) implements Task<String> {
        @Override
        public String run(Context in) {
            return "";
        }
    }

    @Test
    void evolution_keeps_names_and_leaves_out_what_means_the_same_as_before() {
        List<Component> before = read(new Old(4)).components();
        List<Component> after = read(new New(4, 53, 8)).components();

        assertThat(after).extracting(Component::storedName).containsExactly("lags", "weeks", "threads");
        assertThat(after)
                .extracting(component -> ((Component.Parameter) component).standing())
                .containsExactly(Standing.SIGNIFICANT, Standing.AS_BEFORE, Standing.INSIGNIFICANT);
        assertThat(digest(after, 0)).isEqualTo(digest(before, 0));
        assertThat(((Component.Parameter) read(new New(4, 54, 8)).components().get(1)).standing())
                .isEqualTo(Standing.SIGNIFICANT);
    }

    @Test
    void all_nulls_of_a_task_are_refused_at_once_and_the_rest_is_still_read() {
        List<Task<String>> rest = new ArrayList<>(Arrays.asList(new Text("a"), null));
        @SuppressWarnings("NullAway") // as a user without nullness checks would write it
        Join join = new Join(null, rest, Map.of(), null, Optional.empty());

        Reading reading = read(join);

        assertThat(reading.refusals())
                .extracting(Refusal::toString)
                .containsExactly(
                        "Join.first is null; write Optional and Optional.empty() for what may be absent.",
                        "Join.rest[1] is null; write Optional and Optional.empty() for what may be absent.",
                        "Join.separator is null; write Optional and Optional.empty() for what may be absent.");
        assertThat(reading.components()).extracting(Component::name).containsExactly("named", "until");
    }

    @Test
    void ten_thousand_upstreams_are_read_as_one_component() {
        List<Task<String>> many = IntStream.range(0, 10_000)
                .<Task<String>>mapToObj(i -> new Text("t" + i))
                .toList();

        Reading reading = read(new Join(many.getFirst(), many, Map.of(), "", Optional.empty()));

        assertThat(((Component.Upstreams) reading.components().get(1)).tasks()).hasSize(10_000);
    }

    private static Reading read(Task<?> task) {
        return Shape.of(task.getClass()).read(task);
    }

    private static Object digest(List<Component> components, int index) {
        return ((Component.Parameter) components.get(index)).digest();
    }
}
