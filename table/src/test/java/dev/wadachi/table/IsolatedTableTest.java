package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.Wadachi;
import dev.wadachi.task.Context;
import dev.wadachi.task.Isolated;
import dev.wadachi.task.Needs;
import dev.wadachi.task.Task;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Tables that go to a body in another process and come back, as files.
@Timeout(120)
class IsolatedTableTest {

    record Sale(String shop, long cans) {}

    /// Both halves of a table, each a part that can be read without the other.
    record Halves(Table small, Table large) {}

    record Halving(Task<Table> sales) implements Task<Halves> {
        @Override
        public Halves run(Context in) {
            Table all = in.load(sales);
            return new Halves(
                    all.sql("select * from this where cans < 3 order by all"),
                    all.sql("select * from this where cans >= 3 order by all"));
        }
    }

    @Isolated
    @Needs(memory = "128MB")
    record Sums(Task<Table> given, Task<Halves> halves) implements Task<Table> {
        @Override
        public Table run(Context in) {
            Table large = in.load(halves, Halves::large);
            in.metric("given", (double) in.load(given).rows());
            return large.sql("select shop, sum(cans)::bigint as cans from this group by shop order by shop");
        }
    }

    @TempDir
    Path folder;

    @Test
    void an_isolated_body_reads_given_tables_and_parts_and_gives_a_table() {
        Table sales = Table.of(
                List.of(new Sale("東京", 1), new Sale("東京", 5), new Sale("大阪", 3), new Sale("東京", 4), new Sale("大阪", 2)));
        Task<Table> given = Task.of(sales);
        try (Wadachi wadachi = Wadachi.open(folder)) {
            Table sums = wadachi.run(new Sums(given, new Halving(given)));

            assertThat(sums.as(Sale.class)).containsExactly(new Sale("大阪", 3), new Sale("東京", 9));
            var trace = wadachi.store().traces().ofTask("Sums", 1).getFirst().trace();
            assertThat(trace.inputs().loads()).hasSize(1);
            assertThat(trace.notes().metrics().getFirst().value()).isEqualTo(5);
        }
    }
}
