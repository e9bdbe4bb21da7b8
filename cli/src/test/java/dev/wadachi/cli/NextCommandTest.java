package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.NextCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a message proposes works when it is copied.
class NextCommandTest {

    @TempDir
    Path folder = Path.of("");

    /// Where a pipeline may live.
    enum Home {
        SINGLE_FILE,
        PROJECT
    }

    @ParameterizedTest
    @EnumSource(Home.class)
    void why_proposes_an_accept_that_can_be_copied(Home home) {
        Place place = place(home);
        place.run("run", "Shop", "evaluate", "--lags", "3", "--algorithm", "two words");
        place.shop().edit(".sum();", ".sum() + 0;");
        String why = place.run("why", "Shop", "evaluate", "--lags", "3", "--algorithm", "two words")
                .out();

        assertThat(copied(place, proposed(why, "To keep the old result: ")).out())
                .startsWith("accepted for Features: code ");

        assertThat(place.run("why", "Shop", "evaluate", "--lags", "3", "--algorithm", "two words")
                        .out())
                .isEqualTo("nothing to do: 3 up to date\n");
    }

    @ParameterizedTest
    @EnumSource(Home.class)
    void an_accept_without_a_reason_says_how_it_is_given(Home home) {
        Place place = place(home);
        place.run("run", "Shop", "evaluate");
        place.shop().edit(".sum();", ".sum() + 0;");
        String refused = place.accept("Shop", "evaluate").err();

        assertThat(copied(place, proposed(refused, "give a reason, for those who come after you: "))
                        .out())
                .startsWith("accepted for Features");
    }

    @ParameterizedTest
    @EnumSource(Home.class)
    void an_accept_of_a_task_alone_takes_the_goals_of_its_newest_run(Home home) {
        Place place = place(home);
        place.run("run", "Shop", "evaluate", "guess", "--lags", "3");
        place.shop().edit(".sum();", ".sum() + 0;");

        assertThat(place.captured()
                        .run("accept", "Features", "--reason", "the same")
                        .out())
                .startsWith("accepted for Features: code ");
    }

    @ParameterizedTest
    @EnumSource(Home.class)
    void an_accept_of_a_task_alone_takes_a_run_of_that_task_alone(Home home) {
        Place place = place(home);
        place.run("run", "Sales", "--file", "sales.txt");
        place.shop().edit("readAllLines(in.path(file))", "readAllLines(in.path(file).normalize())");

        assertThat(place.captured()
                        .run("accept", "Sales", "--reason", "the same")
                        .out())
                .startsWith("accepted for Sales: code ");
    }

    @ParameterizedTest
    @EnumSource(Home.class)
    void revoke_proposes_a_run_that_mends_what_is_affected(Home home) {
        Place place = place(home);
        place.run("run", "Shop", "evaluate", "--lags", "3");
        String revoked = place.captured()
                .run("revoke", "Features", "--reason", "cut off")
                .out();

        assertThat(copied(place, proposed(revoked, "To mend them: ")).err()).contains("2 ran, 1 up to date");
    }

    @ParameterizedTest
    @EnumSource(Home.class)
    void every_goal_that_is_listed_can_be_run(Home home) {
        Place place = place(home);
        List<String> listed = place.run("tasks")
                .out()
                .lines()
                .filter(line -> line.startsWith("  wadachi run "))
                .map(line -> line.strip().split(" {2,}", 2)[0])
                .toList();

        assertThat(listed).hasSize(3);
        assertThat(listed)
                .allSatisfy(command -> assertThat(copied(place, command).code()).isEqualTo(ExitCode.OK));
    }

    @ParameterizedTest
    @EnumSource(Home.class)
    void without_a_pipeline_the_command_that_lists_them_is_named(Home home) {
        Place place = place(home);
        place.shop().edit("/// What a shop sells.", "record Stock() implements Pipeline {}\n\n/// What a shop sells.");
        String said = place.run("run").err();
        String command = said.substring(said.indexOf('`') + 1, said.lastIndexOf('`'));

        assertThat(copied(place, command).out()).contains("Shop  What a shop sells", "Stock");
    }

    @Test
    void gc_proposes_itself_with_its_options() throws IOException {
        Place place = place(Home.SINGLE_FILE);
        String store = folder.resolve("a store").toString();
        place.run("run", "Shop", "evaluate", "--store", store);
        try (Stream<Path> kept = Files.walk(Path.of(store))) {
            for (Path file : kept.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(3))));
            }
        }
        place.run("run", "Shop", "evaluate", "--store", store, "--rerun", "Sales");
        String told = place.captured()
                .run("gc", "--keep-runs", "0", "--keep-days", "0", "--store", store)
                .out();

        assertThat(copied(place, proposed(told, "nothing was changed; to do it: "))
                        .out())
                .endsWith("moved to the trash for 7 days\n");
    }

    @Test
    void a_word_is_quoted_where_a_shell_would_read_it_otherwise() {
        assertThat(NextCommand.of("wadachi", "run", "*", "gbdt(rate=0.1)", "it's", "a\"b", "", "週=2021-08-02")
                        .text())
                .isEqualTo("wadachi run \"*\" \"gbdt(rate=0.1)\" \"it's\" 'a\"b' \"\" 週=2021-08-02");
    }

    /// A pipeline in its folder, and how commands name it there.
    private record Place(Captured captured, ShopFile shop, List<String> named) {

        /// A command about goals.
        Captured.Said run(String command, String... words) {
            return captured.run(Stream.of(Stream.of(command), named.stream(), Stream.of(words))
                    .flatMap(part -> part)
                    .toArray(String[]::new));
        }

        /// An accept that lacks its reason.
        Captured.Said accept(String... goals) {
            return captured.run(Stream.of(Stream.of("accept", "Features"), named.stream(), Stream.of(goals))
                    .flatMap(part -> part)
                    .toArray(String[]::new));
        }
    }

    private Place place(Home home) {
        return switch (home) {
            case SINGLE_FILE -> new Place(Captured.in(folder), ShopFile.in(folder), List.of("Shop.java"));
            case PROJECT -> new Place(Captured.in(folder), ShopFile.inProject(folder), List.of());
        };
    }

    private static Captured.Said copied(Place place, String command) {
        List<String> words = new Transcript().words(command.replace("…", "the same"));
        assertThat(words.getFirst()).isEqualTo("wadachi");
        return place.captured().run(words.subList(1, words.size()).toArray(String[]::new));
    }

    private static String proposed(String text, String before) {
        return text.lines()
                .filter(line -> line.startsWith(before))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line starts with " + before + " in\n" + text))
                .substring(before.length());
    }
}
