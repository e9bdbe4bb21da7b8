package dev.wadachi.table;

import static dev.wadachi.table.PartitionKey.date;
import static dev.wadachi.table.PartitionKey.text;
import static dev.wadachi.table.PartitionKey.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.Wadachi;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Outcome;
import dev.wadachi.task.Context;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Folders as log collectors fill them.
@Timeout(120)
class PartitionedTableTest {

    /// What depends on all days.
    record Total(Task<Table> events) implements Task<Long> {
        @Override
        public Long run(Context in) {
            return in.load(events)
                    .sql("select cast(sum(cans) as bigint) as cans from this")
                    .longs("cans")[0];
        }
    }

    private static final PartitionedTable DAYS = PartitionedTable.jsonLines("events", date("date"));

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

    private Path write(String file, String text) throws IOException {
        Path path = project.resolve("events").resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private List<String> ran(Task<?> goal) {
        Report report = wadachi.run(Request.of(goal)).orThrow();
        return report.tasks().stream()
                .filter(task -> task.outcome() == Outcome.RAN)
                .map(task -> task.label().replaceAll("folder=events, format=[A-Z_a-z-]*, |, types=\\{}", ""))
                .toList();
    }

    @Test
    void rows_stand_in_the_order_of_their_keys_which_are_columns() throws IOException {
        write("date=2021-08-10/hour=7/b.jsonl", "{\"cans\": 4}\n");
        write("date=2021-08-10/hour=7/a.jsonl", "{\"cans\": 3, \"shop\": \"ueno\"}\n");
        write("date=2021-08-09/hour=10/a.jsonl", "{\"cans\": 2}\n");
        write("date=2021-08-09/hour=09/a.jsonl", "{\"cans\": 1}\n");

        Table events = wadachi.run(PartitionedTable.jsonLines("events", date("date"), whole("hour")));

        assertThat(events.schema()).hasToString("cans BIGINT, shop VARCHAR, date DATE, hour BIGINT");
        assertThat(events.longs("cans")).containsExactly(1, 2, 3, 4);
        assertThat(events.strings("shop")).containsExactly(null, null, "ueno", null);
        assertThat(events.longs("hour")).containsExactly(9, 10, 7, 7);
        assertThat(events.dates("date")[0]).isEqualTo(LocalDate.of(2021, 8, 9));
    }

    @Test
    void only_new_and_changed_partitions_are_read_and_an_unchanged_total_ends_the_wave() throws IOException {
        for (int day = 1; day <= 9; day++) {
            write("date=2021-08-0" + day + "/a.jsonl", "{\"cans\": " + day + "}\n{\"cans\": 1}\n");
        }
        Total total = new Total(DAYS);
        assertThat(ran(total)).hasSize(1 + 9 + 1 + 1);
        assertThat(ran(total)).isEmpty();

        write("date=2021-08-03/a.jsonl", "{\"cans\": 2}\n{\"cans\": 2}\n");
        assertThat(ran(total)).hasSize(3).anyMatch(task -> task.contains("2021-08-03"));
        assertThat(wadachi.run(total)).isEqualTo(54);

        write("date=2021-08-03/a.jsonl", "{\"cans\":2}\n{\"cans\": 2}\n");
        assertThat(ran(total)).as("other bytes, the same rows").hasSize(1);

        write("date=2021-08-10/late.jsonl", "{\"cans\": 100}\n");
        assertThat(ran(total)).as("the list, the new day, the table, the total").hasSize(4);

        Files.delete(project.resolve("events/date=2021-08-10/late.jsonl"));
        assertThat(ran(total))
                .as("the list alone: the table of nine days is known")
                .hasSizeLessThanOrEqualTo(1);
        assertThat(wadachi.run(total)).isEqualTo(54);
    }

    @Test
    void a_file_that_comes_while_a_partition_is_read_moves_its_stamp() throws IOException {
        write("date=2021-08-01/a.jsonl", "{\"cans\": 1}\n");
        PartitionRows rows = new PartitionRows("events", "date=2021-08-01", PartitionFormat.JSON_LINES, Map.of());
        Resources from = new ProjectFiles(project);
        var before = rows.stamp(from);
        write("date=2021-08-01/.b.jsonl.part", "{\"ca");
        write("date=2021-08-01/c.jsonl", "");
        assertThat(rows.stamp(from)).isEqualTo(before);
        write("date=2021-08-01/b.jsonl", "{\"cans\": 1}\n");
        assertThat(rows.stamp(from)).isNotEqualTo(before);
    }

    /// The files of a project, without an engine.
    private record ProjectFiles(Path project) implements Resources {
        @Override
        public Path path(String relative) {
            return project.resolve(relative);
        }

        @Override
        public <R> R resource(Class<R> type, String name) {
            throw new IllegalArgumentException(name);
        }
    }

    @Test
    void many_partitions_are_one_query() throws IOException {
        LocalDate first = LocalDate.of(2021, 1, 1);
        for (int day = 0; day < 60; day++) {
            write("date=" + first.plusDays(day) + "/a.csv", "cans,shop\n" + day + ",ueno\n1,chiba\n");
        }
        PartitionedTable days = PartitionedTable.csv("events", date("date"));
        Table table = wadachi.run(days);
        assertThat(table.rows()).isEqualTo(120);
        assertThat(table.longs("cans")[118]).isEqualTo(59);
        assertThat(table.dates("date")[119]).isEqualTo(first.plusDays(59));

        write("date=" + first.plusDays(57) + "/b.csv", "cans,shop\n7,osaka\n");
        assertThat(ran(days)).hasSize(2);
        assertThat(ran(days)).isEmpty();
    }

    @Test
    void everything_that_is_no_partition_is_told_at_once() throws IOException {
        write("date=2021-08-01/a.jsonl", "{\"cans\": 1}\n");
        write("date=2021-13-01/a.jsonl", "{\"cans\": 1}\n");
        write("2021-08-02/a.jsonl", "{\"cans\": 1}\n");
        write("stray.jsonl", "{\"cans\": 1}\n");
        write("_SUCCESS", "");
        write("README.md", "what this is");
        write("_temporary/date=x/a.jsonl", "");

        assertThatThrownBy(() -> wadachi.run(DAYS))
                .hasMessageContaining("no partition by date")
                .hasMessageContaining("2021-08-02: a folder such as date=2021-08-02 was expected")
                .hasMessageContaining("date=2021-13-01: '2021-13-01' is no day such as 2021-08-02")
                .hasMessageContaining("stray.jsonl: a file outside of any date=… is not read")
                .hasMessageNotContainingAny("_SUCCESS", "README", "_temporary");
    }

    @Test
    void a_level_that_is_missing_is_told_and_so_is_an_empty_folder() throws IOException {
        assertThatThrownBy(() -> wadachi.run(DAYS)).hasMessageContaining("there is no folder");
        Files.createDirectories(project.resolve("events/date=2021-08-01"));
        assertThatThrownBy(() -> wadachi.run(DAYS))
                .hasMessageContaining("holds no partition: files such as date=2021-08-02/*.jsonl were expected");
        write("date=2021-08-01/a.jsonl", "{\"cans\": 1}\n");
        assertThatThrownBy(() -> wadachi.run(PartitionedTable.jsonLines("events", date("date"), whole("hour"))))
                .hasMessageContaining("date=2021-08-01/a.jsonl: a file outside of any hour=…");
    }

    @Test
    void types_are_brought_together_and_what_differs_is_told_with_both_places() throws IOException {
        write("date=2021-08-01/a.jsonl", "{\"cans\": 1, \"price\": null, \"code\": \"x\"}\n");
        write("date=2021-08-02/a.jsonl", "{\"cans\": 1.5, \"price\": \"2021-08-02\", \"code\": 7}\n");
        assertThatThrownBy(() -> wadachi.run(DAYS))
                .hasMessageContaining(
                        "\"code\" holds VARCHAR in date=2021-08-01, but BIGINT in date=2021-08-02\n  say what they are")
                .hasMessageNotContainingAny("\"cans\" holds", "\"price\" holds");

        Table table = wadachi.run(DAYS.type("code", ColumnType.VARCHAR));
        assertThat(table.schema()).hasToString("cans DOUBLE, price DATE, code VARCHAR, date DATE");
        assertThat(table.strings("code")).containsExactly("x", "7");
        assertThat(table.doubles("cans")).containsExactly(1, 1.5);
    }

    @Test
    void of_types_that_differ_those_are_told_that_cannot_be_brought_together() throws IOException {
        write("date=2021-08-02/a.jsonl", "{\"code\": 1, \"cans\": 1}\n");
        write("date=2021-08-03/a.jsonl", "{\"code\": 1.5, \"cans\": 1}\n");
        write("date=2021-08-04/a.jsonl", "{\"code\": \"x\", \"cans\": 1}\n");
        assertThatThrownBy(() -> wadachi.run(DAYS)).hasMessageContaining("""
                        "code" holds BIGINT in date=2021-08-02, but VARCHAR in date=2021-08-04
                          say what they are: .type("code", ColumnType.VARCHAR)""");
    }

    @Test
    void declared_texts_of_csv_keep_their_zeros_and_compressed_files_are_read() throws IOException {
        write("shop=ueno/a.csv", "code,cans\n007,1\n");
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write("cans\n2\n".getBytes(StandardCharsets.UTF_8));
        }
        Path zipped = write("shop=a%2Fb+c/a.csv.gz", "");
        Files.write(zipped, bytes.toByteArray());
        write("shop=__HIVE_DEFAULT_PARTITION__/a.csv", "code,cans\n");
        write("shop=__HIVE_DEFAULT_PARTITION__/b.csv", "code,cans\n010,3\n");

        Table table = wadachi.run(PartitionedTable.csv("events", text("shop")).type("code", ColumnType.VARCHAR));

        assertThat(table.strings("code")).containsExactly(null, "007", "010");
        assertThat(table.strings("shop")).containsExactly("a/b+c", "ueno", null);
        assertThat(table.longs("cans")).containsExactly(2, 1, 3);
    }

    @Test
    void parquet_partitions_of_the_same_rows_are_kept_apart_by_their_keys() throws IOException {
        Table day = Table.query("select i as cans, 'old' as date from range(3) t(i)", Map.of());
        for (String name : List.of("date=2021-08-02", "date=2021-08-01")) {
            Files.createDirectories(project.resolve("events").resolve(name));
            day.toParquet(project.resolve("events").resolve(name).resolve("a.parquet"));
        }
        Table table = wadachi.run(PartitionedTable.parquet("events", date("date")));

        assertThat(table.longs("cans")).containsExactly(0, 1, 2, 0, 1, 2);
        assertThat(table.dates("date"))
                .as("the folder's name wins")
                .startsWith(LocalDate.of(2021, 8, 1))
                .endsWith(LocalDate.of(2021, 8, 2));
    }

    @Test
    void a_bad_line_is_told_with_its_file() throws IOException {
        write("date=2021-08-01/a.jsonl", "{\"cans\": 1}\n");
        write("date=2021-08-02/a.jsonl", "{\"cans\": 1}\n{\"cans\": \n");
        assertThatThrownBy(() -> wadachi.run(DAYS))
                .hasMessageContaining(Path.of("date=2021-08-02", "a.jsonl").toString())
                .hasMessageContaining("line 2");
    }

    @Test
    void keys_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> PartitionedTable.csv("events")).hasMessageContaining("at least one key");
        assertThatThrownBy(() -> date("date=")).hasMessageContaining("without =, : and /");
        assertThat(PartitionKey.parse("hour:whole")).isEqualTo(whole("hour")).hasToString("hour:whole");
        assertThatThrownBy(() -> PartitionKey.parse("hour")).hasMessageContaining("such as date:date");
    }

    @Test
    void folders_that_mean_the_same_partition_are_refused_by_name() throws IOException {
        write("date=2021-08-01/hour=07/a.jsonl", "{\"cans\": 1}\n");
        write("date=2021-08-01/hour=7/a.jsonl", "{\"cans\": 2}\n");
        write("date=2021-08-02/hour=7/a.jsonl", "{\"cans\": 3}\n");

        assertThatThrownBy(() -> wadachi.run(PartitionedTable.jsonLines("events", date("date"), whole("hour"))))
                .hasMessageContaining(
                        "date=2021-08-01/hour=7: is the same partition as hour=07; its files belong there")
                .hasMessageNotContaining("2021-08-02");
    }

    @Test
    void links_to_what_is_not_there_are_refused_by_name() throws IOException {
        write("date=2021-08-01/a.jsonl", "{\"cans\": 1}\n");
        Path link = project.resolve("events/date=2021-08-01/b.jsonl");
        Files.createSymbolicLink(link, project.resolve("gone.jsonl"));
        assertThatThrownBy(() -> wadachi.run(DAYS))
                .hasMessageContaining("date=2021-08-01/b.jsonl: a link to what is not there");

        Files.delete(link);
        Files.createSymbolicLink(project.resolve("events/date=2021-08-02"), project.resolve("gone"));
        assertThatThrownBy(() -> wadachi.run(DAYS))
                .hasMessageContaining("date=2021-08-02: a link to what is not there");
    }

    @Test
    void a_csv_file_without_a_line_of_names_is_refused_by_name() throws IOException {
        write("date=2021-08-01/a.csv", "cans,pieces\n1,2\n");
        write("date=2021-08-02/a.csv", "3,4\n5,6\n");
        assertThatThrownBy(() -> wadachi.run(PartitionedTable.csv("events", date("date"))))
                .hasMessageContaining(Path.of("date=2021-08-02", "a.csv") + " does not begin with a line of names, but"
                        + " with '3,4'");
    }

    @Test
    void two_files_of_one_name_are_refused() {
        assertThatThrownBy(() -> TableFiles.of(DAYS, "cans.csv", "Cans.CSV".replace("CSV", "csv")))
                .hasMessageContaining("'Cans.csv' is one of two in [cans.csv, Cans.csv]");
    }

    @Test
    void partitions_of_another_folder_are_no_predecessors() throws IOException {
        write("date=2021-08-01/a.jsonl", "{\"cans\": 1}\n".repeat(10));
        write("../returns/date=2021-08-01/a.jsonl", "{\"bottles\": 1}\n".repeat(50));
        assertThat(wadachi.run(Request.of(DAYS)).orThrow().warnings()).isEmpty();
        assertThat(wadachi.run(Request.of(PartitionedTable.jsonLines("returns", date("date"))))
                        .orThrow()
                        .warnings())
                .isEmpty();

        write("date=2021-08-02/a.jsonl", "{\"cans\": 1}\n".repeat(30));
        assertThat(wadachi.run(Request.of(DAYS)).orThrow().warnings())
                .anySatisfy(warning -> assertThat(warning).contains("30 rows, but 10 before"));
    }
}
