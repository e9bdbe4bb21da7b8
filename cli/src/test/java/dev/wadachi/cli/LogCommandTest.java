package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCommandTest {

    private static final String SAID =
            IntStream.range(0, 50).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());

    private Captured wadachi = Captured.in(Path.of(""));

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        wadachi = Captured.in(folder);
        Files.writeString(folder.resolve("Talk.java"), """
                import dev.wadachi.task.*;

                record Talk(int most) implements Task<Integer> {
                    public Integer run(Context in) {
                        for (int i = 0; i < 50; i++) {
                            if (i == most) throw new IllegalStateException("no breath");
                            in.log("line " + i);
                        }
                        return most;
                    }
                }
                """);
    }

    @Test
    void a_result_tells_what_its_body_said() {
        talk(99);

        assertThat(wadachi.run("log", "Talk").out()).isEqualTo(SAID);
    }

    @Test
    void a_failed_task_tells_all_that_it_said_by_name_run_and_key() throws IOException {
        talk(45);
        String all = SAID.substring(0, SAID.indexOf("line 45\n"));
        String run = newestRun();

        assertThat(wadachi.run("log", "Talk").out()).isEqualTo(all);
        assertThat(wadachi.run("log", run + ":Talk").out()).isEqualTo(all);
        assertThat(wadachi.run("log", keyOfFailure(run).substring(0, 12)).out()).isEqualTo(all);
        assertThat(wadachi.run("log", run).out())
                .startsWith("== Talk(most=45)\n" + all)
                .contains("IllegalStateException: no breath");
    }

    @Test
    void the_newest_of_a_tasks_results_and_failures_is_meant() {
        talk(2);
        talk(99);
        assertThat(wadachi.run("log", "Talk").out()).isEqualTo(SAID);

        talk(3);
        assertThat(wadachi.run("log", "Talk").out()).isEqualTo("line 0\nline 1\nline 2\n");
    }

    @Test
    void a_collection_leaves_the_log_of_a_failure_as_long_as_its_run_is_kept() throws IOException {
        talk(45);
        String said = wadachi.run("log", "Talk").out();
        age(wadachi.folder().resolve(".wadachi/blobs"));

        wadachi.run("gc", "--apply");

        assertThat(said).hasLineCount(45);
        assertThat(wadachi.run("log", "Talk").out()).isEqualTo(said);
    }

    @Test
    void a_task_that_never_ran_is_named() {
        talk(99);

        Captured.Said said = wadachi.run("log", "Tolk");

        assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.err()).startsWith("there is no result Tolk; did you mean Talk?");
    }

    private void talk(int most) {
        wadachi.run("run", "Talk.java", "Talk", "--most", Integer.toString(most));
    }

    private String newestRun() {
        return Json.parse(wadachi.run("ls", "--runs", "--json").out())
                .asArray()
                .elements()
                .getFirst()
                .asObject()
                .text("run");
    }

    private String keyOfFailure(String run) throws IOException {
        String key = Files.readAllLines(wadachi.folder().resolve(".wadachi/runs/" + run + "/events.jsonl")).stream()
                .map(line -> Json.parse(line).asObject())
                .filter(event -> event.findText("event").orElse("").equals("failure"))
                .findFirst()
                .orElseThrow()
                .text("key");
        return key.substring(key.indexOf('/') + 1);
    }

    private static void age(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(3))));
            }
        }
    }
}
