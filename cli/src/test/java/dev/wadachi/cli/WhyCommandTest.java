package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyCommandTest {

    private Captured wadachi = Captured.in(Path.of(""));
    private ShopFile shop = new ShopFile(Path.of(""), Path.of(""));

    @BeforeEach
    void run(@TempDir Path folder) {
        wadachi = Captured.in(folder);
        shop = ShopFile.in(folder);
        assertThat(wadachi.run("run", "Shop.java", "Shop", "evaluate", "guess").code())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void an_edited_comment_is_no_cause() {
        shop.edit("/// What a shop sells.", "/// What a shop sells, edited.\n\n\n");

        assertThat(why("evaluate")).isEqualTo("nothing to do: 3 up to date\n");
    }

    @Test
    void an_edited_helper_method_is_named_with_its_line_and_caller() {
        shop.edit("mapToInt(Integer::parseInt).sum();", "mapToInt(Integer::parseInt).sum() + 0 * lines.size();");

        assertThat(why("evaluate")).isEqualTo("""
                Evaluate(algorithm=ridge)  may run: only if upstream features comes out otherwise
                  Features(lags=2)  will run: code changed
                      Sums.sum(List)  Shop.java:29, called from Features.run
                    Sales(file=sales.txt)  up to date
                To keep the old result: wadachi accept Features Shop.java Shop evaluate --reason "…"
                """);
        assertThat(wadachi.run("run", "Shop.java", "Shop", "evaluate").err())
                .as("the same bytes came out, so nothing follows")
                .contains("1 ran, 2 up to date");
    }

    @Test
    void a_change_that_was_accepted_is_no_cause_any_more() {
        shop.edit(".sum();", ".sum() + 0;");

        Captured.Said accepted =
                wadachi.run("accept", "Features", "Shop.java", "Shop", "evaluate", "--reason", "the same");

        assertThat(accepted.code()).isEqualTo(ExitCode.OK);
        assertThat(accepted.out()).startsWith("accepted for Features: code ");
        assertThat(why("evaluate")).isEqualTo("nothing to do: 3 up to date\n");
        assertThat(wadachi.run("accept", "--list").out())
                .contains("Features  code")
                .contains("the same");
    }

    @Test
    void what_an_accept_cannot_cover_is_told() {
        shop.sales("7\n");

        Captured.Said said = wadachi.run("accept", "Sales", "Shop.java", "Shop", "evaluate", "--reason", "the same");

        assertThat(said.out()).isEqualTo("""
                nothing to accept: neither code nor surroundings of Sales changed
                Sales(file=sales.txt) runs all the same: the source changed
                """);
    }

    @Test
    void a_changed_parameter_is_named_with_both_values() {
        assertThat(why("evaluate", "--lags", "3"))
                .contains("Features(lags=3)  will run: parameter lags changed: 2 → 3");
    }

    @Test
    void a_changed_source_is_named_and_what_hangs_on_it_may_run() {
        shop.sales("3\n2\n1\n");

        assertThat(why("evaluate")).isEqualTo("""
                Evaluate(algorithm=ridge)  may run: only if upstream features comes out otherwise
                  Features(lags=2)  may run: only if upstream sales comes out otherwise
                    Sales(file=sales.txt)  will run: the source changed
                """);
        assertThat(wadachi.run("run", "Shop.java", "Shop", "evaluate").err())
                .as("the sum stays the same")
                .contains("2 ran, 1 up to date");
    }

    @Test
    void a_deleted_blob_is_named_where_somebody_reads_it() throws IOException {
        String output = Json.parse(wadachi.run("ls", "Evaluate", "--json").out())
                .asArray()
                .elements()
                .getFirst()
                .asObject()
                .text("output");
        delete(output);

        assertThat(why("evaluate"))
                .startsWith("Evaluate(algorithm=ridge)  will run: its stored value is gone (blob "
                        + output.substring(0, 12));
    }

    @Test
    void another_seed_is_a_cause_for_what_draws_random_numbers_alone() {
        assertThat(why("guess", "--seed", "7")).startsWith("Guess  will run: seed changed: 0 → 7\n");
        assertThat(why("evaluate", "--seed", "7")).isEqualTo("nothing to do: 3 up to date\n");
    }

    @Test
    void a_revoked_result_is_a_cause_and_lists_what_was_computed_from_it() {
        Captured.Said revoked = wadachi.run("revoke", "Features", "--reason", "the export was cut off");

        assertThat(revoked.out())
                .contains("revoked Features(lags=2)")
                .contains("  Evaluate(algorithm=ridge)")
                .contains("--rerun-affected");
        assertThat(why("evaluate"))
                .contains("Features(lags=2)  will run: its result was revoked: the export was cut off");
        assertThat(wadachi.run("show", "Features").out()).contains("revoked by ");
        assertThat(wadachi.run("run", "Shop.java", "Shop", "evaluate", "--rerun-affected")
                        .code())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void a_plan_lists_every_task() {
        shop.sales("4\n");

        assertThat(wadachi.run("plan", "Shop.java", "Shop", "evaluate").out()).isEqualTo("""
                will run    Sales(file=sales.txt)  the source changed
                may run     Features(lags=2)  only if upstream sales comes out otherwise
                may run     Evaluate(algorithm=ridge)  only if upstream features comes out otherwise
                1 will run, 2 may run, 0 up to date
                """);
        JsonObject json = Json.parse(wadachi.run("plan", "Shop.java", "Shop", "evaluate", "--json")
                        .out())
                .asObject();
        assertThat(json.flag("upToDate")).isFalse();
        assertThat(json.array("steps").elements()).hasSize(3);
    }

    /// Without when and where a result was computed, which is another each time.
    private String why(String... words) {
        List<String> command = Stream.concat(Stream.of("why", "Shop.java", "Shop"), Stream.of(words))
                .toList();
        return wadachi.run(command.toArray(String[]::new)).out().replaceAll(" \\(20\\d\\d-.*? s\\)", "");
    }

    private void delete(String digest) throws IOException {
        try (Stream<Path> blobs = Files.walk(wadachi.folder().resolve(".wadachi/blobs"))) {
            for (Path blob : blobs.filter(
                            path -> digest.endsWith(path.getFileName().toString()))
                    .toList()) {
                Files.delete(blob);
            }
        }
    }
}
