package dev.wadachi.table;

import static dev.wadachi.table.TableExpectations.columns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.Wadachi;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Notes;
import dev.wadachi.store.Outcome;
import dev.wadachi.table.ColumnType.Kind;
import dev.wadachi.task.Context;
import dev.wadachi.task.Requirement;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a run does with tables, without a line of the user's code.
@Timeout(120)
class StoredTablesTest {

    record Sales(String file) implements Source<Table> {
        @Override
        public Stamp stamp(Resources from) {
            return Stamp.ofFile(from.path(file));
        }

        @Override
        public Table run(Context in) {
            return Table.csv(in.path(file));
        }
    }

    record Weekly(Task<Table> sales, int week) implements Task<Table> {
        @Override
        public Table run(Context in) {
            return in.load(sales).sql("select store, sales %% 50 * %d as sales from this".formatted(week));
        }

        @Override
        public List<Requirement<?>> requires() {
            return List.of(
                    new Requirement<>(sales, columns().has("sales", Kind.WHOLE).filled("store")));
        }
    }

    record Halves(Table first, Table second) {}

    record Split(Task<Table> sales) implements Task<Halves> {
        @Override
        public Halves run(Context in) {
            Table all = in.load(sales);
            return new Halves(all.sql("from this limit 100"), all.sql("from this offset 100"));
        }
    }

    @TempDir
    Path folder;

    private Wadachi wadachi;

    @BeforeEach
    void open() throws IOException {
        write(400, "%d");
        wadachi = Wadachi.open(folder);
    }

    @AfterEach
    void close() {
        wadachi.close();
    }

    private void write(int rows, String number) throws IOException {
        Files.writeString(
                folder.resolve("sales.csv"),
                IntStream.range(0, rows)
                        .mapToObj(i -> (i % 3 == 0 ? "chiba," : "osaka,") + number.formatted(i))
                        .collect(Collectors.joining("\n", "store,sales\n", "\n")));
    }

    private Notes notes(String task) {
        return wadachi.store().traces().ofTask(task, 1).getFirst().trace().notes();
    }

    @Test
    void each_stored_table_has_its_profile_beside_its_trace() {
        wadachi.run(new Sales("sales.csv"));
        TableProfile profile =
                TableProfile.ofJson(notes("Sales").valueProfile().orElseThrow().asObject());
        assertThat(profile.rows()).isEqualTo(400);
        assertThat(profile.column("sales").orElseThrow().mean()).hasValue(199.5);
    }

    @Test
    void tables_in_a_record_have_profiles_too() {
        wadachi.run(new Split(new Sales("sales.csv")));
        var profile = notes("Split").valueProfile().orElseThrow().asObject();
        assertThat(TableProfile.ofJson(profile.object("first")).rows()).isEqualTo(100);
        assertThat(TableProfile.ofJson(profile.object("second")).rows()).isEqualTo(300);
    }

    @Test
    void a_table_that_jumps_against_its_predecessor_warns() throws IOException {
        String first = wadachi.run(Request.of(new Sales("sales.csv"))).run();
        assertThat(notes("Sales").warnings()).isEmpty();
        write(100, "%d");
        wadachi.run(new Sales("sales.csv"));
        assertThat(notes("Sales").warnings())
                .contains("Sales(file=sales.csv): 100 rows, but 400 before (run " + first + ")");
    }

    @Test
    void a_table_under_another_key_is_compared_with_the_newest_of_its_name_from_an_earlier_run() {
        var sales = new Sales("sales.csv");
        wadachi.run(Request.of(List.of(new Weekly(sales, 1), new Weekly(sales, 100))));
        assertThat(notes("Weekly").warnings()).isEmpty();
        wadachi.run(new Weekly(sales, 7000));
        assertThat(notes("Weekly").warnings())
                .singleElement()
                .asString()
                .contains("Weekly(week=7000): sales is distributed otherwise (PSI ");
    }

    @Test
    void a_table_without_a_column_that_is_needed_fails_its_reader_before_it_runs() throws IOException {
        write(400, "x%d");
        Report report = wadachi.run(Request.of(new Weekly(new Sales("sales.csv"), 1)));
        assertThat(report.count(Outcome.FAILED)).isEqualTo(1);
        assertThat(report.failures().getFirst().told())
                .containsExactly(
                        "expected that in what Sales(file=sales.csv) gave, column \"sales\" holds whole numbers, "
                                + "but it holds VARCHAR");
    }
}
