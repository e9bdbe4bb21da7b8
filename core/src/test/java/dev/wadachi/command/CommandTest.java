package dev.wadachi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wadachi.engine.Request;
import dev.wadachi.store.Outcome;
import dev.wadachi.task.Context;
import dev.wadachi.task.Effort;
import dev.wadachi.task.Folder;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Programs as tasks of the engine: what they are given, what is run again, and why.
class CommandTest extends InAProject {

    private static final String COUNT = "wc -c < sold.json | tr -d ' ' > count.txt\necho counted\n";

    @BeforeEach
    void writeCount() throws IOException {
        steps.write("count.sh", COUNT);
    }

    private static Command count(int cans) {
        return Command.of("sh", "count.sh")
                .script("count.sh")
                .input("sold.json", Steps.sold(cans))
                .output("count.txt");
    }

    @Test
    void a_program_reads_a_value_as_a_file_and_leaves_its_output() {
        // [{"day":"2021-08-02","cans":7}] has 31 bytes
        assertThat(steps.wadachi().run(count(7).text("count.txt"))).isEqualTo("31\n");
    }

    @Test
    void what_did_not_change_does_not_run_again() throws IOException {
        assertThat(steps.outcome(count(7))).isEqualTo(Outcome.RAN);
        steps.write("readme.sh", "# nobody's script\n");
        assertThat(steps.outcome(count(7))).isEqualTo(Outcome.HIT);
        assertThat(steps.log()).isEqualTo("counted\n");
    }

    @Test
    void an_edited_script_runs_again_and_is_named() throws IOException {
        steps.run(count(7));
        steps.write("count.sh", "echo 1 > count.txt\n");

        assertThat(steps.why(count(7)))
                .containsExactly(
                        "ProjectFiles(path=count.sh): the source changed",
                        "Command(arguments=[sh,count.sh], outputs=[count.txt]): upstream files[count.sh] changed"
                                + " (ProjectFiles(path=count.sh))");
        assertThat(steps.outcome(count(7))).isEqualTo(Outcome.RAN);
        steps.write("count.sh", COUNT);
        assertThat(steps.outcome(count(7))).isEqualTo(Outcome.HIT);
    }

    @Test
    void a_changed_lock_file_runs_again_and_is_named() throws IOException {
        steps.write("requirements.lock", "pandas==1.5.3\n");
        Command locked = count(7).lock("requirements.lock");
        steps.run(locked);
        steps.write("requirements.lock", "pandas==2.0.0\n");

        assertThat(steps.why(locked)).contains("ProjectFiles(path=requirements.lock): the source changed");
        assertThat(steps.outcome(locked)).isEqualTo(Outcome.RAN);
    }

    @Test
    void another_argument_another_input_and_another_environment_run_again() {
        Command command = Steps.shell("echo this $0 is $SEASON > out.txt")
                .with("summer")
                .variable("SEASON", "dry")
                .environment("image", "sha256:11");
        steps.run(command);

        assertThat(steps.why(Steps.shell("echo this $0 is $SEASON > out.txt")
                        .with("winter")
                        .variable("SEASON", "dry")
                        .environment("image", "sha256:11")))
                .singleElement()
                .asString()
                .endsWith(": parameter arguments changed: …N > out.txt,summer] → …N > out.txt,winter]");
        assertThat(steps.why(Steps.shell("echo this $0 is $SEASON > out.txt")
                        .with("summer")
                        .variable("SEASON", "wet")
                        .environment("image", "sha256:22")))
                .singleElement()
                .asString()
                .contains("parameter environment changed: {image=sha256:11} → {image=sha256:22}")
                .contains("parameter variables changed: {SEASON=dry} → {SEASON=wet}");
        assertThat(steps.out(command)).isEqualTo("this summer is dry\n");
    }

    @Test
    void an_answer_that_changed_runs_again_and_both_are_shown() throws IOException {
        steps.write("version.sh", "echo tool 1.0\n");
        Command command = Steps.shell("echo 1 > out.txt").asking("sh", "version.sh");
        steps.run(command);
        assertThat(steps.outcome(command)).isEqualTo(Outcome.HIT);

        steps.write("version.sh", "echo tool 1.1\n");

        assertThat(steps.why(command))
                .contains("Answer(question=[sh,version.sh]): the source changed: tool 1.0 → tool 1.1");
    }

    @Test
    void a_limit_and_a_secret_do_not_count() {
        Command command = Steps.shell("echo 1 > out.txt");
        steps.run(command);

        assertThat(steps.outcome(command.limit(Duration.ofHours(1)))).isEqualTo(Outcome.HIT);
    }

    @Test
    void folders_of_scripts_are_laid_out_under_their_own_paths_without_what_lies_there_by_the_way() throws IOException {
        Files.createDirectories(project.resolve("steps/__pycache__"));
        steps.write("steps/part.txt", "part\n");
        steps.write("steps/main.sh", "#!/bin/sh\ncat steps/part.txt > out.txt\n");
        Command command = Command.of("steps/main.sh").script("steps").output("out.txt");

        assertThat(steps.out(command)).isEqualTo("part\n");
        steps.write("steps/__pycache__/part.pyc", "compiled");
        steps.write("steps/.hidden", "hidden");
        assertThat(steps.outcome(command)).isEqualTo(Outcome.HIT);
        steps.write("steps/part.txt", "other\n");
        assertThat(steps.out(command)).isEqualTo("other\n");
    }

    @Test
    void a_program_of_the_project_is_found_under_its_path_there() throws IOException {
        Path tool = Files.createDirectories(project.resolve(".venv/bin")).resolve("tool");
        Files.writeString(tool, "#!/bin/sh\necho tool > out.txt\n");
        assumeTrue(tool.toFile().setExecutable(true), "files cannot be made executable here");

        assertThat(steps.out(Command.of(".venv/bin/tool").output("out.txt"))).isEqualTo("tool\n");
    }

    @Test
    void what_a_program_does_to_its_input_harms_no_stored_value() {
        Command first = Steps.shell("printf good > out.txt");
        Command vandal = Command.of("sh", "-c", "printf bad > data/out.txt; cp data/out.txt out.txt")
                .input("data", first)
                .output("out.txt");

        assertThat(steps.out(vandal)).isEqualTo("bad");
        assertThat(steps.out(first)).isEqualTo("good");
        assertThat(steps.outcome(first)).isEqualTo(Outcome.HIT);
    }

    @Test
    void standard_input_and_output_can_be_files() throws IOException {
        Command sorted = Command.of("sort")
                .input("words.txt", Task.of("tea\ncoffee\n"))
                .standardInput("words.txt")
                .standardOutput("out.txt");

        assertThat(steps.out(sorted)).isEqualTo("coffee\ntea\n");
    }

    @Test
    void a_program_sees_no_variable_but_the_declared_and_the_usual() {
        assumeTrue(System.getenv("PWD") != null || System.getenv("PATH") != null, "nothing is set here");

        List<String> seen = steps.out(
                        Steps.shell("env | cut -d= -f1 | sort > out.txt").variable("SHOP", "ueno"))
                .lines()
                .toList();

        assertThat(seen).contains("PATH", "LC_ALL", "TZ", "SHOP", "WADACHI_CHECKPOINT");
        assertThat(System.getenv().keySet().stream()
                        .filter(name ->
                                !Surroundings.usual(System.getenv(), "Linux").containsKey(name))
                        .filter(name -> !List.of("PWD", "OLDPWD", "SHLVL", "_").contains(name)))
                .doesNotContainAnyElementsOf(seen);
    }

    /// A step with a name of its own, and a value that is no folder.
    record Counted(int cans) implements Task<Integer> {
        @Override
        public Integer run(Context in) throws IOException, InterruptedException {
            Folder left = count(cans).run(in);
            return Integer.valueOf(
                    Files.readString(left.path().resolve("count.txt")).strip());
        }
    }

    @Test
    void a_command_within_a_task_of_ones_own_is_followed_all_the_same() throws IOException {
        assertThat(steps.wadachi().run(new Counted(7))).isEqualTo(31);
        assertThat(steps.outcome(new Counted(7))).isEqualTo(Outcome.HIT);

        steps.write("count.sh", "echo 5 > count.txt\n");

        assertThat(steps.why(new Counted(7))).anyMatch(line -> line.startsWith("ProjectFiles(path=count.sh)"));
        assertThat(steps.wadachi().run(new Counted(7))).isEqualTo(5);
    }

    /// What the shop expects of a week.
    record Outlook(int cans, List<Double> days) {}

    record Expected(Task<Folder> folder, String file) implements JsonFile<Outlook> {}

    private static Command leaving(String json) {
        return Command.of("sh", "-c", "echo '" + json + "' > outlook.json").output("outlook.json");
    }

    @Test
    void json_that_a_program_leaves_is_a_value_of_a_type_of_ones_own() {
        Command written = leaving("{ \"days\": [1, 2.5e0],  \"cans\": 7 }");

        assertThat(steps.wadachi().run(new Expected(written, "outlook.json")))
                .isEqualTo(new Outlook(7, List.of(1.0, 2.5)));
        assertThat(steps.outcome(new Expected(leaving("{\"cans\":7,\"days\":[1.0,2.50]}"), "outlook.json")))
                .isEqualTo(Outcome.RAN);
    }

    @Test
    void json_of_another_form_is_refused_with_the_member() {
        assertThat(steps.told(new Expected(leaving("{\"cans\": \"many\", \"days\": []}"), "outlook.json")))
                .contains("outlook.json holds no Outlook: In cans: Expected")
                .contains("but found \"many\"");
        assertThat(steps.told(new Expected(leaving("{}"), "out.json")))
                .contains("there is no file out.json in the folder that it is read from");
    }

    @Test
    void a_kept_result_can_be_verified() {
        steps.run(count(7));
        assertThat(steps.wadachi().verify(Request.of(count(7))).succeeded()).isTrue();
    }

    @Test
    void python_runs_where_there_is_one() throws IOException {
        assumeTrue(Steps.isThere("python3"), "there is no python3 on the PATH");
        steps.write("total.py", """
                import json
                sold = json.load(open("sold.json"))
                open("out.txt", "w").write(str(sum(row["cans"] for row in sold)) + " 缶\\n")
                """);

        Command total = Command.of("python3", "total.py")
                .script("total.py")
                .asking("python3", "--version")
                .input("sold.json", Steps.sold(7))
                .output("out.txt");

        assertThat(steps.out(total)).isEqualTo("7 缶\n");
        assertThat(steps.outcome(total)).isEqualTo(Outcome.HIT);
    }

    @Test
    void all_that_is_wrong_with_a_command_is_said_at_once() {
        assertThatThrownBy(() -> new Command(
                        List.of("python3", "train.py"),
                        Map.of("../sold.json", Steps.sold(7), "sold.csv", Steps.sold(7)),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of("A-B", "1"),
                        Map.of("TOKEN", "hunter22"),
                        Set.of("Sold.csv", "c:/out.txt"),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Effort.LEAST))
                .hasMessage("""
                        the command python3 train.py cannot be run:
                          the input '../sold.json' leads elsewhere; name a file below its folder, such as data/features.csv
                          the output 'Sold.csv' and the input 'sold.csv' are in each other's place; name them apart
                          the output 'c:/out.txt' has a ':' or a '\\' or a line end in it, which not every system takes; write steps with /
                          the input 'sold.csv' is of type List, which is written as .json; name the file so
                          the variable 'A-B' is no name of letters, digits and _
                          the secret TOKEN is to come from 'hunter22', but a setting is a resource and a name, such as warehouse.password""");
        assertThatThrownBy(() -> steps.wadachi().run(Command.of("true").standardInput("in.txt")))
                .hasMessageContaining("it declares no output")
                .hasMessageContaining("its standard input 'in.txt' is none of its inputs []");
        assertThatThrownBy(() -> Command.of("true").output("out.txt").text("other.txt"))
                .hasMessage("'other.txt' is none of the outputs [out.txt]; declare it with output(\"other.txt\")");
    }
}
