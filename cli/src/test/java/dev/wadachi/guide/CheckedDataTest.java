package dev.wadachi.guide;

import static dev.wadachi.table.TableExpectations.column;
import static dev.wadachi.table.TableExpectations.columns;
import static dev.wadachi.table.TableExpectations.rows;
import static dev.wadachi.table.TableExpectations.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.Wadachi;
import dev.wadachi.engine.Request;
import dev.wadachi.table.ColumnType;
import dev.wadachi.table.ColumnType.Kind;
import dev.wadachi.table.Table;
import dev.wadachi.task.Apart;
import dev.wadachi.task.Context;
import dev.wadachi.task.Expectations;
import dev.wadachi.task.Name;
import dev.wadachi.task.Requirement;
import dev.wadachi.task.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `docs/how-to/check-data.md` shows.
class CheckedDataTest {

    record Weekly(Task<Table> sales) implements Task<Table> {
        @Override
        public Table run(Context in) {
            return in.load(sales).sql("select store, item, week, sold from this order by store, item, week");
        }

        @Override
        public Expectations<Table> expects() {
            return column("sold")
                    .between(0, 10_000)
                    .and(column("store").notNull())
                    .and(unique("store", "item", "week"))
                    .and(rows().between(1_000, 2_000_000));
        }
    }

    record Train(Task<Table> weekly) implements Task<Double> {
        @Override
        public Double run(Context in) {
            return in.load(weekly).sql("select avg(sold) as mean from this").doubles("mean")[0];
        }

        @Override
        public List<Requirement<?>> requires() {
            return List.of(new Requirement<>(
                    weekly,
                    columns()
                            .has("store", "item")
                            .has("sold", Kind.WHOLE)
                            .has("week", ColumnType.DATE)
                            .filled("week")));
        }
    }

    record Sales(@Apart String shop) implements Task<Table> {
        @Override
        public Table run(Context in) {
            return sales(shop.equals("ueno") ? 1_000 : 5_000, "1");
        }
    }

    /// What no requirement of Weekly's own would find.
    @Name("Weekly")
    record Texts(Task<Table> sales) implements Task<Table> {
        @Override
        public Table run(Context in) {
            return in.load(sales);
        }
    }

    @TempDir
    Path project;

    private Wadachi wadachi;

    @BeforeEach
    void open() {
        wadachi = Wadachi.open(project);
    }

    @AfterEach
    void close() {
        wadachi.close();
    }

    private static Table sales(int rows, String sold) {
        return Table.query(
                "select 'chiba' as store, i as item, date '2021-08-02' as week, " + sold + " as sold from range(" + rows
                        + ") t(i)",
                Map.of());
    }

    @Test
    void a_table_as_expected_is_kept() {
        Task<Table> weekly = new Weekly(Task.of(sales(1_000, "i % 7")));

        assertThat(wadachi.run(new Train(weekly))).isBetween(2.0, 4.0);
    }

    @Test
    void what_is_not_as_expected_fails_with_all_that_is_wrong() {
        assertThatThrownBy(() -> wadachi.run(new Weekly(Task.of(sales(10, "-1")))))
                .hasMessageContaining("expected that sold is between 0 and 10000, but 10 of 10 rows are not so")
                .hasMessageContaining("1,000");
    }

    @Test
    void what_is_not_as_required_names_the_upstream() {
        Task<Table> weekly = new Texts(Task.of(sales(1_000, "'7'")));

        assertThatThrownBy(() -> wadachi.run(new Train(weekly))).hasMessageContaining("""
                Train failed: expected that in what Weekly gave, column "sold" holds whole numbers, but it holds VARCHAR
                """);
    }

    @Test
    void one_shop_is_not_compared_with_another() {
        wadachi.run(new Sales("ueno"));

        assertThat(wadachi.run(Request.of(new Sales("osaka"))).orThrow().warnings())
                .isEmpty();
    }
}
