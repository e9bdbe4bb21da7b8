package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `run --log-format json`.
class LogFormatTest {

    @TempDir
    Path folder;

    private List<JsonObject> log(String... words) {
        ShopFile.in(folder);
        Captured.Said said = Captured.in(folder).run(words);
        return said.err().lines().map(line -> (JsonObject) Json.parse(line)).toList();
    }

    private static List<String> events(List<JsonObject> log) {
        return log.stream().map(line -> line.text("event")).toList();
    }

    private static JsonObject first(String event, List<JsonObject> log) {
        return log.stream()
                .filter(line -> line.text("event").equals(event))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_event_is_an_object_on_a_line_with_its_time_and_run() {
        List<JsonObject> log = log("run", "Shop.java", "Shop", "evaluate", "--log-format", "json");

        assertThat(log).allSatisfy(line -> assertThat(line.text("time")).startsWith("20"));
        assertThat(events(log))
                .startsWith("runStarted", "taskStarted")
                .contains("logged", "measured", "taskEnded")
                .endsWith("runEnded", "said");
        String run = first("runStarted", log).text("run");
        assertThat(first("logged", log).text("text")).isEqualTo("adding up");
        assertThat(first("measured", log).text("metric")).isEqualTo("mae");
        assertThat(first("taskEnded", log).text("run")).isEqualTo(run);
        assertThat(first("runEnded", log).object("counts").number("ran")).isEqualTo(3);
    }

    @Test
    void the_code_of_the_process_is_the_same() {
        ShopFile.in(folder);

        assertThat(Captured.in(folder)
                        .run("run", "Shop.java", "Shop", "evaluate", "--log-format", "json")
                        .code())
                .isEqualTo(ExitCode.OK);
    }
}
