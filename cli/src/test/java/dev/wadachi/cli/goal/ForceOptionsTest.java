package dev.wadachi.cli.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.Captured;
import dev.wadachi.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForceOptionsTest {

    private static final String WEEKS = """
            import dev.wadachi.table.Table;
            import dev.wadachi.task.*;

            public record Weeks(@Default("1") int n) implements Pipeline {
                public Task<Table> weekly() { return new Weekly(n); }
                public Task<Long> rows() { return new Rows(weekly()); }
            }

            record Weekly(int n) implements Task<Table> {
                public Table run(Context in) { return Table.query("select 1 as week", java.util.Map.of()); }
            }

            record Rows(Task<Table> weekly) implements Task<Long> {
                public Long run(Context in) { return in.load(weekly).rows(); }
            }
            """;

    private Captured wadachi = Captured.in(Path.of(""));

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        wadachi = Captured.in(folder);
        Files.writeString(folder.resolve("Weeks.java"), WEEKS);
        Files.writeString(folder.resolve("sales.csv"), "week,sales\n1,10\n2,12\n3,9\n");
        Files.writeString(folder.resolve("sales.txt"), "no table at all\n");
    }

    @Test
    void a_csv_file_stands_in_for_a_table() {
        Captured.Said said = run("--set", "Weekly=sales.csv");

        assertThat(said.out()).isEqualTo("3\n");
        assertThat(said.err()).contains("note: Rows is overridden: ");
    }

    @Test
    void another_file_that_is_no_table_is_refused_before_anything_runs() {
        Captured.Said said = run("--set", "Weekly=sales.txt");

        assertThat(said)
                .isEqualTo(new Captured.Said(
                        ExitCode.BAD_INPUT,
                        "",
                        "--set Weekly: " + wadachi.folder().resolve("sales.txt")
                                + " cannot be read as Parquet. The value of Weekly is a Table: give a Parquet file,"
                                + " or a CSV file whose name ends in .csv.\n"));
    }

    @Test
    void where_there_is_nothing_to_reuse_that_is_said() {
        assertThat(run("--reuse", "Weekly").err())
                .contains("note: nothing was kept of Weekly(n=1) that --reuse could take, so it was computed\n");
        assertThat(run("--reuse", "Weekly").err())
                .containsPattern("Weekly of \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d was reused\n")
                .doesNotContain("nothing was kept");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            --reuse, Weekly,           --rerun, Weekly
            --reuse, Weekly,           --rerun, Weekly+
            --set,   Weekly=sales.csv, --reuse, Weekly
            --set,   Weekly=sales.csv, --from,  Weekly=7f3a
            --set,   Weekly=sales.csv, --set,   Weekly=sales.txt
            """)
    void options_that_contradict_each_other_are_refused(String one, String first, String two, String second) {
        Captured.Said said = run(one, first, two, second);

        assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.err())
                .contains(one + " " + first)
                .contains(two + " " + second)
                .contains(
                        " contradict each other: Weekly either runs again or has its value from one place; keep one of them\n");
    }

    @Test
    void the_names_that_there_are_follow_in_a_sentence_of_their_own() {
        assertThat(run("--reuse", "Nonsense").err())
                .isEqualTo("refused: --reuse Nonsense: no task of that name is needed here. There are Rows, Weekly\n");
    }

    @Test
    void a_parameter_that_cannot_be_read_is_not_taken_for_a_misspelt_option() {
        assertThat(run("--n", "many").err()).isEqualTo("""
                A parameter of Weeks is not right:
                  --n: many is not a whole number of at most 32 bits, such as 53
                """);
    }

    private Captured.Said run(String... options) {
        String[] words = new String[options.length + 4];
        System.arraycopy(new String[] {"run", "Weeks.java", "Weeks", "rows"}, 0, words, 0, 4);
        System.arraycopy(options, 0, words, 4, options.length);
        return wadachi.run(words);
    }
}
