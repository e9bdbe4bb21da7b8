package {{package}};

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.table.Table;
import dev.wadachi.task.Task;
import dev.wadachi.testkit.Direct;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeaturesTest {

    private static final int BUCKETS = 100;

    record Message(int message, String text, int complaint) {}

    /// For each message how many of its words fall into each bucket.
    private static double[][] counts(Message... messages) {
        try (Direct in = new Direct()) {
            return new Features(Task.of(Table.of(List.of(messages))), BUCKETS)
                    .run(in)
                    .matrix(Features.columns(BUCKETS));
        }
    }

    @Test
    void case_order_and_punctuation_count_for_nothing() {
        double[][] counts = counts(new Message(1, "The tea: cold!", 1), new Message(2, "cold, the TEA", 1));

        assertThat(counts[0]).isEqualTo(counts[1]);
    }

    @Test
    void each_word_counts_as_often_as_it_is_there() {
        double[] counts = counts(new Message(1, "late late 遅い", 1))[0];

        assertThat(counts).containsOnlyOnce(2.0).containsOnlyOnce(1.0);
        assertThat(Arrays.stream(counts).sum()).isEqualTo(3);
    }
}
