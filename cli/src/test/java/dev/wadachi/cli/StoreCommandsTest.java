package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two machines of a team whose store is a shared folder; what a bucket can do wrong is tested beside the bucket.
class StoreCommandsTest {

    private static final String[] RUN = {"run", "Shop.java", "Shop", "features"};

    private Path shared = Path.of("");
    private Captured mine = Captured.in(Path.of(""));
    private Captured yours = Captured.in(Path.of(""));

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        shared = Files.createDirectory(folder.resolve("shared"));
        mine = machine(folder.resolve("mine"));
        yours = machine(folder.resolve("yours"));
    }

    private Captured machine(Path folder) throws IOException {
        Files.createDirectories(folder);
        ShopFile.in(folder);
        Files.writeString(
                folder.resolve("wadachi.toml"),
                "project = \"shop\"\n[remote]\nlocation = \"" + shared.toUri() + "\"\n");
        return Captured.in(folder);
    }

    @Test
    void who_reads_keeps_results_here_until_they_are_pushed() {
        mine.run(RUN);

        assertThat(mine.run("store", "status").out())
                .contains("read\n", "in both      0 results", "here alone   2 results, 1 run", "wadachi store push");
        assertThat(mine.run("store", "push").out()).matches("pushed 2 results, \\d+ blobs \\(.*\\), 1 run\n");
        assertThat(mine.run("store", "push").out()).startsWith("nothing to push: ");
        assertThat(mine.run("store", "status").out()).contains("in both      2 results", "here alone   nothing");

        Captured.Said said = yours.run(RUN);

        assertThat(said.err()).startsWith("nothing to do");
        assertThat(said.out()).isEqualTo("12\n");
    }

    @Test
    void a_place_that_is_not_there_is_made_by_a_push_alone_which_says_so() throws IOException {
        Files.delete(shared);

        assertThat(new Captured(mine.folder(), java.util.Map.of("CI", "true"))
                        .run(RUN)
                        .err())
                .contains("there is no folder " + shared, "mounted", "kept here");
        assertThat(mine.run("store", "status")).satisfies(said -> {
            assertThat(said.err()).contains("there is no folder " + shared, "`wadachi store push` makes it");
            assertThat(said.code()).isEqualTo(ExitCode.NO_STORE);
        });
        assertThat(shared).doesNotExist();

        Captured.Said pushed = mine.run("store", "push");
        assertThat(pushed.err()).contains("made a new store at " + shared);
        assertThat(pushed.out()).startsWith("pushed 2 results, ");
    }

    @Test
    void data_that_was_added_is_pushed_with_its_bytes_and_checked_out_elsewhere() throws IOException {
        addData(mine);
        assertThat(mine.run("store", "push").out()).contains("4 blobs (", "2 statements");
        assertThat(mine.run("store", "push").out()).startsWith("nothing to push: ");

        assertThat(yours.run("store", "pull").code()).isEqualTo(ExitCode.OK);
        requireData(yours);
    }

    @Test
    void added_data_is_counted_where_two_stores_differ_and_pulled_for_work_without_a_network() throws IOException {
        addData(mine);
        assertThat(mine.run("store", "status").out()).contains("here alone   2 statements, data of 2 pointers");
        mine.run("store", "push");
        assertThat(mine.run("store", "status").out()).contains("here alone   nothing", "there alone  nothing");

        assertThat(yours.run("store", "pull", "--records").out()).isEqualTo("pulled 2 statements\n");
        assertThat(yours.run("store", "status").out()).contains("there alone  data of 2 pointers");
        assertThat(yours.run("store", "status", "--json").out()).contains("\"data\": 2");
        assertThat(yours.run("store", "pull").out()).startsWith("pulled 4 blobs (");
        assertThat(yours.run("store", "pull").out()).isEqualTo("nothing to pull: it is all here\n");

        Files.writeString(yours.folder().resolve("wadachi.toml"), "");
        requireData(yours);
    }

    @Test
    void added_data_that_is_missing_there_is_found_and_mended() throws IOException {
        addData(mine);
        mine.run("store", "push");
        assertThat(mine.run("store", "verify").out())
                .startsWith("4 blobs (")
                .endsWith("), 0 results and data of 2 pointers read, all of them right\n");
        Files.delete(blob(shared, "second"));

        assertThat(mine.run("store", "verify").out()).contains("it is missing, but pins/", " keeps it\n", "1 problem");
        assertThat(mine.run("store", "verify", "--mend").out()).contains("mended from here");
        assertThat(mine.run("store", "verify").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void a_pull_names_what_could_not_be_brought_and_ends_with_code_1() throws IOException {
        mine.run(RUN);
        mine.run("store", "push");
        try (Stream<Path> blobs = Files.walk(shared.resolve("blobs"))) {
            for (Path blob : blobs.filter(Files::isRegularFile).toList()) {
                Files.delete(blob);
            }
        }

        for (int time = 0; time < 2; time++) {
            assertThat(yours.run("store", "pull")).satisfies(said -> {
                assertThat(said.out())
                        .doesNotContain("all here")
                        .contains("blobs/", ": it is missing there or damaged, but traces/", "store verify --mend");
                assertThat(said.code()).isEqualTo(ExitCode.FAILED);
            });
        }
        assertThat(yours.run("store", "pull", "--json").out()).contains("\"problems\": [", "needs it");

        mine.run("store", "verify", "--mend");
        assertThat(yours.run("store", "pull").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void a_team_s_store_of_a_newer_format_stops_no_run_and_its_own_commands_refuse() throws IOException {
        mine.run(RUN);
        Files.writeString(shared.resolve("FORMAT"), "{\"format\": 99}");

        for (String[] command :
                new String[][] {RUN, {"plan", "Shop.java", "Shop", "features"}, {"why", "Shop.java", "Shop", "features"}
                }) {
            assertThat(mine.run(command)).as(command[0]).satisfies(said -> {
                assertThat(said.err()).containsOnlyOnce("has format 99").contains("the team's store cannot be used");
                assertThat(said.code()).isEqualTo(ExitCode.OK);
            });
        }
        assertThat(mine.run("store", "push").err()).contains("has format 99");
        assertThat(mine.run("store", "push").code()).isNotEqualTo(ExitCode.OK);
    }

    @Test
    void a_damaged_listing_of_added_data_is_told_in_words() throws IOException {
        addData(mine);
        Path listing = blob(mine.folder().resolve(".wadachi"), "may/1.csv");
        Files.delete(listing);
        Files.writeString(listing, "damaged");

        Captured.Said said = mine.run("store", "push");
        assertThat(said.code()).isEqualTo(ExitCode.OK);
        assertThat(said.err())
                .contains(" of a folder is damaged here, and the folder does not go to ", "wadachi data add days\n");
        assertThat(mine.run("data", "status").out()).containsPattern("days .*not here");

        assertThat(mine.run("data", "add", "days").code()).isEqualTo(ExitCode.OK);
        assertThat(mine.run("store", "push").out()).startsWith("pushed 3 blobs (");
    }

    private static Path blob(Path store, String content) throws IOException {
        try (Stream<Path> blobs = Files.walk(store.resolve("blobs"))) {
            return blobs.filter(Files::isRegularFile)
                    .filter(file -> contains(file, content))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean contains(Path file, String content) {
        try {
            return Files.readString(file).contains(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void data_that_nobody_pushed_is_told_with_where_to_push_it() throws IOException {
        addData(mine);
        copyPointers();

        assertThat(yours.run("data", "checkout").err())
                .contains("does not have the bytes of sales.csv", "run `wadachi store push` where they were added");
    }

    @Test
    void who_writes_sends_the_bytes_of_data_as_it_is_added() throws IOException {
        addData(new Captured(mine.folder(), java.util.Map.of("CI", "true")));

        requireData(yours);
    }

    private static void addData(Captured machine) throws IOException {
        Files.writeString(machine.folder().resolve("sales.csv"), "shop,cans\nnorth,1\n");
        Path days = Files.createDirectories(machine.folder().resolve("days/may"));
        Files.writeString(days.resolve("1.csv"), "first");
        Files.writeString(days.resolve("2.csv"), "second");
        assertThat(machine.run("data", "add", "sales.csv", "days").code()).isEqualTo(ExitCode.OK);
    }

    /// As Git would bring them.
    private void copyPointers() throws IOException {
        for (String name : new String[] {"sales.csv.wadachi", "days.wadachi"}) {
            Files.copy(mine.folder().resolve(name), yours.folder().resolve(name));
        }
    }

    private void requireData(Captured machine) throws IOException {
        copyPointers();
        Captured.Said said = machine.run("data", "checkout");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("brought back sales.csv", "brought back days");
        assertThat(machine.folder().resolve("sales.csv")).hasContent("shop,cans\nnorth,1");
        assertThat(machine.folder().resolve("days/may/2.csv")).hasContent("second");
    }

    @Test
    void continuous_integration_writes_and_people_pull() {
        new Captured(mine.folder(), java.util.Map.of("CI", "true")).run(RUN);

        assertThat(yours.run("store", "pull", "--records", "Features").out()).isEqualTo("pulled 1 result\n");
        assertThat(yours.run("store", "pull").out())
                .startsWith("pulled 1 result, ")
                .endsWith("1 run\n");
        assertThat(yours.run("store", "pull").out()).isEqualTo("nothing to pull: it is all here\n");
        assertThat(yours.run("ls").out()).contains("Features", "Sales");
    }

    @Test
    void what_is_forgotten_here_but_lies_in_the_teams_store_is_said() {
        mine.run(RUN);
        mine.run("store", "push");
        String there = "1 result of Features lies in the team's store " + shared.toUri()
                + ", from where the next run takes it; to compute anew: --rerun Features; if it is wrong:"
                + " wadachi revoke Features --reason \"…\"\n";

        assertThat(mine.run("forget", "Features"))
                .isEqualTo(new Captured.Said(ExitCode.OK, "forgot 1 result of Features\n", "note: " + there));
        assertThat(mine.run("forget", "Features"))
                .isEqualTo(new Captured.Said(ExitCode.BAD_INPUT, "", "nothing was forgotten: " + there));
        assertThat(mine.run("forget", "Sale").err()).isEqualTo("nothing is kept of a task Sale; did you mean Sales?\n");
    }

    @Test
    void what_a_goal_needs_is_pulled_by_its_name() {
        new Captured(mine.folder(), java.util.Map.of("CI", "true")).run(RUN);

        assertThat(yours.run("store", "pull", "Shop.java", "Shop", "features").out())
                .startsWith("pulled 2 results, ");
        assertThat(yours.run("ls").out()).contains("Features", "Sales");
        assertThat(yours.run("store", "pull", "Shop.java", "Shop", "featurse").err())
                .contains("did you mean features?");
        assertThat(yours.run("store", "pull", "--recrods").err())
                .contains("--recrods is for the goals of a pipeline, and none is named", "did you mean --records?");
    }

    @Test
    void a_collection_of_the_teams_folder_by_its_name_is_told_to_the_others() throws IOException {
        mine.run(RUN);
        mine.run("store", "push");
        int notes = notes();

        mine.run("gc", "--store", shared.toString());
        assertThat(notes()).as("it only looked").isEqualTo(notes);
        assertThat(mine.run("gc", "--apply", "--store", shared.toString()).code())
                .isEqualTo(ExitCode.OK);
        assertThat(notes()).isEqualTo(notes + 1);
    }

    private int notes() throws IOException {
        try (Stream<Path> notes = Files.list(shared.resolve("collections"))) {
            return (int) notes.count();
        }
    }

    @Test
    void classes_are_kept_from_git_where_the_store_lies_elsewhere() throws IOException {
        Files.writeString(mine.folder().resolve("wadachi.toml"), "store = \"../elsewhere\"\n");
        mine.run(RUN);

        assertThat(mine.folder().resolve(".wadachi/classes")).isDirectory();
        assertThat(mine.folder().resolve(".wadachi/.gitignore")).hasContent("*");
    }

    @Test
    void damage_there_is_found_and_mended() throws IOException {
        mine.run(RUN);
        mine.run("store", "push");
        assertThat(mine.run("store", "verify").out()).endsWith("all of them right\n");
        try (Stream<Path> blobs = Files.walk(shared.resolve("blobs"))) {
            Path blob = blobs.filter(Files::isRegularFile).findFirst().orElseThrow();
            Files.delete(blob);
            Files.writeString(blob, "damaged");
        }

        Captured.Said found = mine.run("store", "verify");
        assertThat(found.code()).isEqualTo(ExitCode.FAILED);
        assertThat(found.out())
                .contains("its bytes have another digest")
                .endsWith("1 problem\nto write again what is right here: wadachi store verify --mend\n");
        assertThat(mine.run("store", "verify", "--mend").out()).contains("mended from here");
        assertThat(mine.run("store", "verify").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void a_collection_only_looks_and_spares_what_is_young() {
        mine.run(RUN);
        mine.run("store", "push");

        assertThat(mine.run("store", "gc", "--keep-runs", "0", "--keep-days", "0")
                        .out())
                .isEqualTo("nothing to collect: what is left is needed by what is published, or is younger than 24"
                        + " hours\n");
        assertThat(mine.run("store", "gc", "--keep-runs", "1").out())
                .startsWith("nothing to collect: what is left is needed by the last run of each pipeline or by the runs"
                        + " of the last 30 days or by what is published, ");
        assertThat(mine.run("store", "gc", "--keep-tags").err()).contains("--keep-tags needs a Git repository");
        assertThat(mine.run("store", "gc", "--free", "much").err()).contains("such as 20GB");
    }

    @Test
    void a_store_can_be_named_for_once_and_is_cached() {
        var elsewhere = new Captured(
                yours.folder(),
                java.util.Map.of(
                        "XDG_CACHE_HOME", yours.folder().resolve("cache").toString(), "WADACHI_SHARE", "write"));
        elsewhere.run(
                "run",
                "Shop.java",
                "Shop",
                "features",
                "--store",
                shared.toUri().toString());

        assertThat(shared.resolve("traces/Features")).isDirectory();
        assertThat(yours.folder().resolve("cache/wadachi/stores")).isNotEmptyDirectory();
        assertThat(yours.folder().resolve(".wadachi/traces")).doesNotExist();
        assertThat(mine.run(RUN).err()).startsWith("nothing to do");
    }

    @Test
    void what_is_wrong_with_a_remote_is_said() throws IOException {
        Files.writeString(mine.folder().resolve("wadachi.toml"), "");
        mine.run(RUN);
        assertThat(mine.run("store", "push").err()).contains("[remote]", "--store s3://bucket/prefix");
        assertThat(mine.run("store", "psuh").err()).contains("did you mean store push?");

        Files.writeString(mine.folder().resolve("wadachi.toml"), "[remote]\nlocation = \"s3://me:secret@bucket/x\"\n");
        Captured.Said said = mine.run("store", "push");
        assertThat(said.err()).contains("holds no credentials").doesNotContain("secret");
        assertThat(said.code()).isEqualTo(ExitCode.NO_STORE);

        Files.writeString(mine.folder().resolve("wadachi.toml"), "[remote]\nlocation = \"ftp://bucket/x\"\n");
        assertThat(mine.run(RUN).err()).contains("its scheme is 'ftp'");
    }

    @Test
    void transfers_are_told_as_json() {
        mine.run(RUN);
        assertThat(Json.parse(mine.run("store", "status", "--json").out())
                        .asObject()
                        .object("here")
                        .number("results"))
                .isEqualTo(2);
        assertThat(Json.parse(mine.run("store", "push", "--json").out())
                        .asObject()
                        .number("results"))
                .isEqualTo(2);
    }
}
