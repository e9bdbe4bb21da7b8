package dev.wadachi.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import dev.wadachi.testkit.Direct;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What `docs/how-to/test-a-task.md` shows.
class DirectTest {

    record Evaluate(Task<Table> weekly) implements Task<Double> {
        @Override
        public Double run(Context in) {
            double error = in.load(weekly)
                    .sql("select avg(abs(sold - before)) as error from this")
                    .doubles("error")[0];
            in.metric("error", error);
            return error;
        }
    }

    record Week(String item, long sold, long before) {}

    @Test
    void the_error_is_the_mean_distance() {
        Table weekly = Table.of(List.of(new Week("milk", 20, 29), new Week("coffee", 62, 55)));
        Direct in = new Direct();

        double error = new Evaluate(Task.of(weekly)).run(in);

        assertThat(error).isEqualTo(8.0);
        assertThat(in.metric("error")).hasValue(8.0);
    }
}
