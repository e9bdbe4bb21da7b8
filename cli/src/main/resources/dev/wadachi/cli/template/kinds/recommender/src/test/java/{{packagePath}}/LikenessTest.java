package {{package}};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wadachi.table.Split;
import dev.wadachi.table.Table;
import dev.wadachi.task.Task;
import dev.wadachi.testkit.Direct;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {

    private static final LocalDate DAY = LocalDate.of(2021, 1, 1);

    record Purchase(LocalDate day, String customer, String item) {}

    private static Table likeness(Purchase... purchases) {
        Table table = Table.of(List.of(purchases));
        try (Direct in = new Direct()) {
            return new Likeness(Task.of(new Split(table, table))).run(in);
        }
    }

    @Test
    void items_of_the_same_customers_are_alike_and_a_second_purchase_changes_nothing() {
        Table likeness = likeness(
                new Purchase(DAY, "ai", "tea"),
                new Purchase(DAY, "ai", "mochi"),
                new Purchase(DAY.plusDays(1), "ai", "mochi"));

        assertThat(likeness.strings("other")).containsExactly("tea", "mochi");
        assertThat(likeness.doubles("likeness")).containsExactly(1, 1);
    }

    @Test
    void likeness_is_the_cosine_of_who_bought() {
        Table likeness = likeness(
                new Purchase(DAY, "ai", "tea"), new Purchase(DAY, "ai", "mochi"), new Purchase(DAY, "ken", "tea"));

        assertThat(likeness.doubles("likeness")[0]).isCloseTo(1 / Math.sqrt(2), within(1e-12));
    }
}
