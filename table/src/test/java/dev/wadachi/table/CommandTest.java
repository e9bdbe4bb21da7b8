package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wadachi.Wadachi;
import dev.wadachi.command.Command;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Outcome;
import dev.wadachi.task.Context;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import dev.wadachi.task.Task;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables on their way to steps in other languages, and back.
class CommandTest {

    /// What the shop sold.
    record Sold(int cans) implements Task<Table> {
        @Override
        public Table run(Context in) {
            return Table.query(
                    "select 'ueno' as shop, " + cans + " as cans union all select 'chiba', 4 order by cans", Map.of());
        }
    }

    /// The same in a file.
    record SoldFile(String file) implements Source<Table> {
        @Override
        public Stamp stamp(Resources from) {
            return Stamp.ofFile(from.path(file));
        }

        @Override
        public Table run(Context in) {
            return Table.csv(in.path(file));
        }
    }

    /// The shops alone, whatever they sold.
    record Shops(Task<Table> sold) implements Task<Table> {
        @Override
        public Table run(Context in) {
            return in.load(sold).sql("select shop from this order by shop");
        }
    }

    @TempDir
    Path project;

    private Wadachi wadachi;

    @BeforeEach
    void open() {
        assumeTrue(isThere("sh"), "there is no sh on the PATH: nothing to run");
        wadachi = Wadachi.open(project);
    }

    @AfterEach
    void close() {
        if (wadachi != null) {
            wadachi.close();
        }
    }

    private static boolean isThere(String program) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static Command shell(String line, String file, Task<Table> table) {
        return Command.of("sh", "-c", line).input(file, table).output("out.csv");
    }

    private static List<String> ran(Report report) {
        return report.orThrow().tasks().stream()
                .filter(task -> task.outcome() == Outcome.RAN)
                .map(task -> task.key().task())
                .sorted()
                .toList();
    }

    @Test
    void a_table_is_handed_over_as_csv_and_comes_back_as_a_table() {
        Command doubled = shell(
                "awk -F, 'NR==1 {print; next} {print $1 \",\" 2*$2}' sold.csv > out.csv", "sold.csv", new Sold(3));

        assertThat(wadachi.run(TableFile.of(doubled, "out.csv")).longs("cans")).containsExactly(6, 8);
    }

    @Test
    void a_table_is_handed_over_as_parquet_with_the_bytes_that_are_stored() throws IOException {
        Command copied = Command.of("cp", "sold.parquet", "copy.parquet")
                .input("sold.parquet", new Sold(3))
                .output("copy.parquet");

        Path copy = wadachi.run(copied).path().resolve("copy.parquet");

        Path stored = project.resolve("stored.parquet");
        wadachi.run(new Sold(3)).toParquet(stored);
        assertThat(copy).hasSameBinaryContentAs(stored);
    }

    @Test
    void json_lines_are_handed_over_and_read_back() {
        Command copied = Command.of("cp", "sold.jsonl", "copy.jsonl")
                .input("sold.jsonl", new Sold(3))
                .output("copy.jsonl");

        assertThat(wadachi.run(TableFile.of(copied, "copy.jsonl")).strings("shop"))
                .containsExactly("ueno", "chiba");
    }

    @Test
    void texts_that_look_like_numbers_stay_texts_where_that_is_said() {
        Command codes = shell("printf 'code\\n007\\n' > out.csv", "sold.csv", new Sold(3));

        assertThat(wadachi.run(TableFile.of(codes, "out.csv").type("code", ColumnType.VARCHAR))
                        .strings("code"))
                .containsExactly("007");
    }

    @Test
    void an_input_that_was_computed_again_with_the_same_rows_runs_nothing() throws IOException {
        Command shops = shell("cp shops.csv out.csv", "shops.csv", new Shops(new SoldFile("sold.csv")));
        Files.writeString(project.resolve("sold.csv"), "shop,cans\nueno,3\nchiba,4\n");
        wadachi.run(shops);
        Files.writeString(project.resolve("sold.csv"), "shop,cans\nueno,2\nchiba,4\n");

        assertThat(ran(wadachi.run(Request.of(shops)))).containsExactly("Shops", "SoldFile");
    }

    @Test
    void the_same_rows_written_in_another_way_stop_the_wave() {
        Command once = shell("printf 'a,b\\n1,2.50\\n' > out.csv", "sold.csv", new Sold(3));
        Command again = shell("printf 'a,b\\r\\n1,2.5\\r\\n' > out.csv", "sold.csv", new Sold(3));
        Table first = wadachi.run(TableFile.of(once, "out.csv"));
        Table second = wadachi.run(TableFile.of(again, "out.csv"));

        Path one = project.resolve("one.parquet");
        Path other = project.resolve("other.parquet");
        first.toParquet(one);
        second.toParquet(other);
        assertThat(one).hasSameBinaryContentAs(other);
    }

    @Test
    void a_form_that_a_table_has_not_is_refused_before_anything_runs() {
        assertThatThrownBy(() -> shell("true", "sold.xlsx", new Sold(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("the input 'sold.xlsx' is of type Table, which is written as .csv, .json, .jsonl,"
                        + " .parquet; name the file so");
        assertThatThrownBy(() -> TableFile.of(shell("true", "sold.csv", new Sold(3)), "out.json"))
                .hasMessage("a table is read from a file whose name ends in .csv, .parquet or .jsonl, but it was"
                        + " 'out.json'");
    }
}
