package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two real projects on one store: the shop publishes, the delivery reads.
@Timeout(180)
class PublishCommandTest {

    private static final String SHOP = """
            import dev.wadachi.table.Table;
            import dev.wadachi.task.*;

            public record Shop(@Default("1") int least) implements Pipeline {
                public Task<Table> forecast() { return new Forecast(new Sales("sales.csv"), least); }
            }

            record Sales(String file) implements Source<Table> {
                public Stamp stamp(Resources from) { return Stamp.ofFile(from.path(file)); }
                public Table run(Context in) { return Table.csv(in.path(file)); }
            }

            record Forecast(Task<Table> sales, int least) implements Task<Table> {
                public Table run(Context in) {
                    return in.load(sales).sql("select item, pieces * 2 as pieces from this where pieces >= " + least
                            + " order by item");
                }
            }
            """;

    private static final String DELIVERY = """
            import dev.wadachi.table.*;
            import dev.wadachi.task.*;

            public record Delivery() implements Pipeline {
                public Task<Long> plan() { return new Plan(PublishedTable.of("shop/forecast").has("pieces", ColumnType.Kind.WHOLE)); }
                public Task<Long> fixed() { return new Plan(PublishedTable.of("shop/forecast").fixedAt(1)); }
                public Task<Long> wrong() { return new Plan(PublishedTable.of("shop/forecast").has("cans", ColumnType.Kind.WHOLE)); }
                public Task<Long> typo() { return new Plan(PublishedTable.of("shop/forecats")); }
                public Task<String> forecast() { return new Forecast(); }
            }

            record Plan(Task<Table> forecast) implements Task<Long> {
                public Long run(Context in) { return java.util.Arrays.stream(in.load(forecast).longs("pieces")).sum(); }
            }

            record Forecast() implements Task<String> {
                public String run(Context in) { return "rain"; }
            }
            """;

    @TempDir
    Path folder;

    private Captured shop = Captured.in(Path.of(""));
    private Captured delivery = Captured.in(Path.of(""));

    @BeforeEach
    void go() throws IOException {
        shop = project("shop", "Shop.java", SHOP);
        delivery = project("delivery", "Delivery.java", DELIVERY);
        Files.writeString(folder.resolve("shop/sales.csv"), "item,pieces\nrice,4\ntea,7\n");
    }

    private Captured project(String name, String file, String source) throws IOException {
        Path root = Files.createDirectories(folder.resolve(name));
        Files.writeString(root.resolve("wadachi.toml"), "store = \"../store\"\n");
        Files.writeString(root.resolve(file), source);
        return Captured.in(root);
    }

    private void publish() {
        assertThat(shop.run("run", "Shop", "forecast").code()).isEqualTo(ExitCode.OK);
        assertThat(shop.run("publish", "Shop", "forecast", "as", "shop/forecast")
                        .code())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void a_goal_is_published_listed_read_and_known_to_be_read() {
        shop.run("run", "Shop", "forecast");
        assertThat(shop.run("publish", "Shop", "forecast", "as", "shop/forecast", "--note", "trial")
                        .out())
                .matches("published shop/forecast version 1: Shop forecast, a Table of [0-9]+ bytes\n");
        assertThat(shop.run("publish", "Shop", "forecast", "as", "shop/forecast")
                        .out())
                .isEqualTo("nothing new: shop/forecast version 1 has the same bytes\n");
        assertThat(delivery.run("run", "Delivery", "plan").out()).isEqualTo("22\n");

        assertThat(delivery.run("published").out())
                .containsSubsequence("shop/forecast", "1", "shop", "Shop forecast", "trial");
        assertThat(shop.run("dependents", "shop/forecast").out())
                .containsSubsequence("shop/forecast version 1 is the newest (project shop, Shop forecast,")
                .containsSubsequence("shop/forecast", "delivery", "Plan", "1", "Delivery plan");
        assertThat(shop.run("dependents", "Shop", "Sales").out()).containsSubsequence("delivery", "Plan");
        assertThat(shop.run("dependents", "Shop", "forecast", "--json").out())
                .contains("\"project\": \"delivery\"", "\"Delivery plan\"");
        assertThat(delivery.run("show", "PublishedTable").out())
                .containsSubsequence("read", "shop/forecast version 1")
                .containsSubsequence("published by", "project shop, Shop forecast")
                .containsSubsequence("there", "Forecast(least=1)")
                .containsSubsequence("there, input sales", "Sales");
        assertThat(shop.run("show", "Forecast").out()).containsSubsequence("published as", "shop/forecast version 1");
    }

    @Test
    void readers_are_found_after_a_task_was_renamed_or_forgotten() throws IOException {
        publish();
        delivery.run("run", "Delivery", "plan");

        shop.run("forget", "Sales");
        assertThat(shop.run("dependents", "Shop", "Sales").out()).containsSubsequence("delivery", "Plan");
        shop.run("forget", "Forecast");
        assertThat(shop.run("dependents", "Shop", "forecast").out()).containsSubsequence("delivery", "Plan");
        for (String annotation : List.of("@Was(\"Forecast\")", "@Name(\"Outlook\")")) {
            Files.writeString(
                    folder.resolve("shop/Shop.java"),
                    SHOP.replace("record Forecast", annotation + " record Demand")
                            .replace("new Forecast", "new Demand"));
            assertThat(shop.run("dependents", "Shop", "forecast").out())
                    .as(annotation)
                    .containsSubsequence("delivery", "Plan");
        }
    }

    @Test
    void why_crosses_the_border() throws IOException {
        publish();
        delivery.run("run", "Delivery", "plan");
        Files.writeString(folder.resolve("shop/Shop.java"), SHOP.replace("pieces * 2", "pieces * 3"));
        publish();

        assertThat(delivery.run("why", "Delivery", "plan").out())
                .containsSubsequence(
                        "Plan  will run: upstream forecast changed",
                        "will run: shop/forecast moved from version 1 to 2 (project shop, Shop forecast)",
                        "there, Forecast: code changed",
                        "Forecast.run(Context)");
        assertThat(delivery.run("run", "Delivery", "plan").out()).isEqualTo("33\n");
        assertThat(delivery.run("run", "Delivery", "fixed").out()).isEqualTo("22\n");

        assertThat(shop.run("withdraw", "shop/forecast", "--version", "2", "--reason", "wrong")
                        .out())
                .isEqualTo("withdrew shop/forecast version 2; the newest that stands is version 1\n");
        assertThat(delivery.run("run", "Delivery", "plan").out()).isEqualTo("22\n");
        assertThat(shop.run("published", "shop/forecast").out()).contains("withdrawn: wrong");
    }

    @Test
    void a_schema_that_does_not_fit_and_a_misspelt_name_are_told_before_the_task_runs() {
        publish();

        assertThat(delivery.run("run", "Delivery", "wrong")).satisfies(said -> {
            assertThat(said.code()).isEqualTo(ExitCode.FAILED);
            assertThat(said.err())
                    .contains(
                            "in shop/forecast version 1 (project shop, Shop forecast), column \"cans\" holds whole numbers");
        });
        assertThat(delivery.run("run", "Delivery", "typo").err()).contains("did you mean shop/forecast?");
        assertThat(delivery.run("dependents", "shop/forecats"))
                .isEqualTo(new Captured.Said(
                        ExitCode.BAD_INPUT,
                        "",
                        "nothing is published as shop/forecats; did you mean shop/forecast?\n"));
    }

    @Test
    void what_cannot_be_published_is_refused_with_what_to_do() {
        assertThat(shop.run("publish", "Shop", "forecast", "as", "shop/forecast"))
                .satisfies(said -> {
                    assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
                    assertThat(said.err())
                            .contains("is not up to date (no result yet); run it, look at it, then publish it");
                });
        assertThat(shop.run("publish", "Shop", "forecast").err())
                .contains("say under which name: wadachi publish <Pipeline> <goal> as <team>/<name>");
        assertThat(shop.run("publish", "Shop", "forecast", "as", "../Forecast").err())
                .contains("a published name is <team>/<name> in lower case");
    }

    @Test
    void marks_cross_the_border() throws IOException {
        Files.writeString(folder.resolve("shop/guess.csv"), "item,pieces\nrice,5\n");
        shop.run("run", "Shop", "forecast", "--set", "Sales=guess.csv");
        assertThat(shop.run(
                                "publish",
                                "Shop",
                                "forecast",
                                "--set",
                                "Sales=guess.csv",
                                "--marked",
                                "as",
                                "shop/forecast")
                        .code())
                .isEqualTo(ExitCode.OK);
        delivery.run("run", "Delivery", "plan");

        String note =
                "overridden: shop/forecast version 1 (project shop, Shop forecast) was published although Sales was"
                        + " given: a given value\n";
        assertThat(delivery.run("why", "Delivery", "plan").out())
                .contains("nothing to do: 2 up to date\n", "note: Plan is " + note);
        assertThat(delivery.run("show", "Plan").out()).contains("note: " + note);
        assertThat(delivery.run("run", "Delivery", "plan").err()).contains("note: Plan is " + note);
        assertThat(delivery.run("publish", "Delivery", "plan", "as", "delivery/plan")
                        .err())
                .contains("is marked: shop/forecast version 1", "(--marked)");
    }

    @Test
    void a_name_belongs_to_the_project_that_published_it_until_another_takes_it_over() {
        publish();
        delivery.run("run", "Delivery", "forecast");
        String[] theirs = {"publish", "Delivery", "forecast", "as", "shop/forecast"};
        assertThat(delivery.run(theirs)).satisfies(said -> {
            assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(said.err())
                    .contains("shop/forecast is a name of project shop, and this is delivery; do that in shop, or say"
                            + " --take-over if shop agrees, or publish under another name");
        });
        String[] withdraw = {"withdraw", "shop/forecast", "--version", "1", "--reason", "mine"};
        assertThat(delivery.run(withdraw))
                .isEqualTo(new Captured.Said(
                        ExitCode.BAD_INPUT,
                        "",
                        "shop/forecast is a name of project shop, and this is delivery; do that in shop, or say"
                                + " --take-over if shop agrees\n"));

        assertThat(delivery.run("publish", "Delivery", "forecast", "as", "shop/forecast", "--take-over")
                        .out())
                .startsWith("published shop/forecast version 2: Delivery forecast, a String of ")
                .endsWith("\n  it is a String, and was a Table\n");
        assertThat(shop.run("withdraw", "shop/forecast", "--version", "2", "--reason", "mine")
                        .err())
                .contains("shop/forecast is a name of project delivery, and this is shop");
        assertThat(delivery.run("withdraw", "shop/forecast", "--version", "2", "--reason", "no table")
                        .code())
                .isEqualTo(ExitCode.OK);
        assertThat(delivery.run("withdraw", "shop/forecast", "--version", "2", "--reason", "again"))
                .satisfies(said -> {
                    assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
                    assertThat(said.err())
                            .matches("shop/forecast version 2 was withdrawn already, by .+ at 2.+: no table\n");
                });
    }

    @Test
    void outside_of_all_projects_nobody_changes_what_is_one_s() {
        publish();
        delivery.run("run", "Delivery", "forecast");
        Captured outside = Captured.in(folder)
                .with("WADACHI_STORE", folder.resolve("store").toString());
        String run = outside.run("ls", "--runs", "--pipeline", "Shop")
                .out()
                .lines()
                .toList()
                .get(1)
                .split(" ")[0];
        String whatToDo = ", and this is outside of all projects; do that in shop, or say --take-over if shop agrees\n";

        assertThat(outside.run("withdraw", "shop/forecast", "--version", "1", "--reason", "mine"))
                .isEqualTo(new Captured.Said(
                        ExitCode.BAD_INPUT, "", "shop/forecast is a name of project shop" + whatToDo));
        assertThat(outside.run("revoke", "Sales", "--reason", "mine"))
                .isEqualTo(new Captured.Said(
                        ExitCode.BAD_INPUT, "", "Sales of run " + run + " is a result of project shop" + whatToDo));
        assertThat(delivery.run("revoke", run + ":Sales", "--bytes", "--reason", "mine")
                        .err())
                .isEqualTo("Sales of run " + run + " is a result of project shop, and this is delivery;"
                        + " do that in shop, or say --take-over if shop agrees\n");
        assertThat(outside.run("forget", "Sales").err())
                .contains("has 1 result of project shop; a project forgets what it computed itself");
        assertThat(outside.run("ls").out()).contains("Sales", "Forecast");

        assertThat(outside.run("revoke", "Sales", "--reason", "cut off", "--take-over")
                        .out())
                .startsWith("revoked Sales(file=sales.csv) of run " + run + "\n");
        String id = shop.run("revoke", "--list").out().lines().toList().get(1).split(" ")[0];
        assertThat(outside.run("revoke", "--withdraw", id, "--reason", "was right")
                        .err())
                .contains("is a result of project shop" + whatToDo);
        assertThat(shop.run("revoke", "--withdraw", id, "--reason", "was right").code())
                .isEqualTo(ExitCode.OK);
        assertThat(outside.run("withdraw", "shop/forecast", "--version", "1", "--reason", "gone", "--take-over")
                        .code())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void what_readers_meet_otherwise_is_told_and_what_they_would_miss_is_refused() throws IOException {
        publish();
        delivery.run("run", "Delivery", "plan");
        Files.writeString(
                folder.resolve("shop/Shop.java"),
                SHOP.replace("select item, pieces * 2 as pieces", "select item, 1 as a, pieces"));
        shop.run("run", "Shop", "forecast");
        assertThat(shop.run("publish", "Shop", "forecast", "as", "shop/forecast")
                        .out())
                .contains("  it has a new column a (INTEGER)\n", "  it is read by Plan of project delivery\n");

        assertThat(shop.run("publish", "Shop", "forecast", "as", "shop/forecast", "--json")
                        .out())
                .as("the same bytes are no change")
                .contains("\"changes\": []");

        Files.writeString(folder.resolve("shop/Shop.java"), SHOP.replace("pieces * 2 as pieces", "pieces * 2 as cans"));
        shop.run("run", "Shop", "forecast");
        assertThat(shop.run("publish", "Shop", "forecast", "as", "shop/forecast"))
                .satisfies(said -> {
                    assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
                    assertThat(said.err())
                            .contains("it has no column pieces any more", "it has a new column cans (BIGINT)")
                            .contains("That would take pieces from Plan of project delivery, which needs it; keep it,"
                                    + " publish under another name, or say that it is meant (--breaking)");
                });
        assertThat(shop.run("publish", "Shop", "forecast", "as", "shop/forecast", "--breaking", "--json")
                        .out())
                .contains(
                        "\"version\": 3",
                        "\"has a new column cans (BIGINT)\"",
                        "\"takes pieces from Plan of project delivery\"");
    }

    @Test
    void a_column_of_another_type_is_taken_from_whoever_needs_it_and_told_where_nobody_does() throws IOException {
        publish();
        delivery.run("run", "Delivery", "plan");
        String[] again = {"publish", "Shop", "forecast", "as", "shop/forecast"};
        Files.writeString(
                folder.resolve("shop/Shop.java"), SHOP.replace("select item,", "select length(item) as item,"));
        shop.run("run", "Shop", "forecast");
        assertThat(shop.run(again).out())
                .contains(
                        "  it has item as BIGINT, and had it as VARCHAR\n",
                        "  it is read by Plan of project delivery\n");

        Files.writeString(
                folder.resolve("shop/Shop.java"),
                SHOP.replace("select item, pieces * 2", "select length(item) as item, cast(pieces as decimal(18, 1))"));
        shop.run("run", "Shop", "forecast");
        assertThat(shop.run(again)).satisfies(said -> {
            assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(said.err())
                    .contains("it has pieces as DECIMAL(18,1), and had it as BIGINT. That would take pieces as BIGINT"
                            + " from Plan of project delivery, which needs it; keep it, publish under another name,"
                            + " or say that it is meant (--breaking)");
        });
        assertThat(shop.run("publish", "Shop", "forecast", "as", "shop/forecast", "--breaking")
                        .out())
                .contains("  it takes pieces as BIGINT from Plan of project delivery\n");
    }

    @Test
    void readers_of_a_withdrawn_version_are_thought_of_where_no_other_stands() throws IOException {
        publish();
        delivery.run("run", "Delivery", "plan");
        shop.run("withdraw", "shop/forecast", "--version", "1", "--reason", "wrong");
        Files.writeString(folder.resolve("shop/Shop.java"), SHOP.replace("pieces * 2 as pieces", "pieces * 2 as cans"));
        shop.run("run", "Shop", "forecast");

        assertThat(shop.run("publish", "Shop", "forecast", "as", "shop/forecast"))
                .satisfies(said -> {
                    assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
                    assertThat(said.err()).contains("That would take pieces from Plan of project delivery");
                });
        assertThat(shop.run("publish", "Shop", "forecast", "as", "shop/forecast", "--breaking")
                        .out())
                .startsWith("published shop/forecast version 2")
                .contains("  it takes pieces from Plan of project delivery\n");
    }

    @Test
    void a_new_version_is_compared_with_the_one_that_readers_get_not_with_a_later_withdrawn_one() throws IOException {
        publish();
        delivery.run("run", "Delivery", "plan");
        Files.writeString(folder.resolve("shop/Shop.java"), SHOP.replace("pieces * 2 as pieces", "pieces * 2 as cans"));
        shop.run("run", "Shop", "forecast");
        shop.run("publish", "Shop", "forecast", "as", "shop/forecast", "--breaking");
        shop.run("withdraw", "shop/forecast", "--version", "2", "--reason", "too early");

        assertThat(shop.run("publish", "Shop", "forecast", "as", "shop/forecast")
                        .err())
                .contains("That would take pieces from Plan of project delivery");
    }

    @Test
    void two_projects_see_their_own_results_alone() {
        publish();
        assertThat(delivery.run("ls").out())
                .startsWith("no results of project delivery; the store has those of shop (");
        assertThat(delivery.run("ls", "Forecast").err()).contains("nothing is kept of a task Forecast");
        assertThat(delivery.run("why", "Delivery", "forecast").out()).contains("Forecast  will run: no result yet");
        assertThat(delivery.run("run", "Delivery", "forecast").out()).isEqualTo("rain\n");

        assertThat(delivery.run("show", "Forecast", "--value").out()).isEqualTo("rain\n");
        assertThat(shop.run("show", "Forecast").out()).contains("class", "parquet");
        assertThat(shop.run("why", "Shop", "forecast").out()).contains("nothing to do");
        assertThat(shop.run("ls", "--runs").out()).doesNotContain("Delivery");
        assertThat(delivery.run("ls", "Per*").out()).isEqualTo("no results\n");
        assertThat(delivery.run("forget", "Forecast").out()).isEqualTo("forgot 1 result of Forecast\n");
        assertThat(delivery.run("forget", "Forecast"))
                .isEqualTo(new Captured.Said(
                        ExitCode.BAD_INPUT,
                        "",
                        "nothing was forgotten: of Forecast, the store " + folder.resolve("store")
                                + " has 1 result of project shop; a project forgets what it computed itself:"
                                + " run the command there\n"));
        assertThat(shop.run("why", "Shop", "forecast").out()).contains("nothing to do");
    }
}
