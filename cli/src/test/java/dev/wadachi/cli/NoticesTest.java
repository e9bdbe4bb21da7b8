package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Receivers that are told of runs, on a real server.
@Timeout(60)
class NoticesTest {

    private static final String PROJECT = """
            import dev.wadachi.task.*;
            import java.nio.file.*;

            record Number(int value) implements Task<Integer> {
                public Integer run(Context in) {
                    if (value < 0) throw new IllegalArgumentException("value <" + value + "> & less than 0");
                    return value;
                }
            }

            record Double(Task<Integer> number) implements Task<Integer> {
                public Integer run(Context in) { return in.load(number) * 2; }
            }

            /// Ends when somebody was told that it is slow.
            record Patient(String told) implements Task<Integer> {
                public Integer run(Context in) throws Exception {
                    while (!Files.exists(Path.of(told))) Thread.sleep(50);
                    return 1;
                }
            }

            public record Shop(@Default("21") int value, @Default("") String told) implements Pipeline {
                public Task<Integer> twice() { return new Double(new Number(value)); }
                public Task<Integer> patient() { return new Patient(told); }
            }
            """;

    /// A message as the server took it.
    record Taken(String path, JsonObject message) {}

    @TempDir
    private Path folder;

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int answer = 200;

    NoticesTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("Shop.java"), PROJECT);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            taken.add(new Taken(path, Json.parse(body).asObject()));
            Files.writeString(folder.resolve("told"), path);
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private Captured.Said run(String settings, String... words) throws IOException {
        Files.writeString(folder.resolve("wadachi.toml"), settings);
        return Captured.in(folder).with("WADACHI_NOTIFY", "yes").run(words);
    }

    @Test
    void a_failed_run_is_told_to_programs_and_people() throws IOException {
        Captured.Said said =
                run("""
                project = "shop"

                [notify.program]
                webhook = "%s"

                [notify.people]
                slack = "%s"
                """.formatted(address("/hook"), address("/slack")), "run", "Shop", "twice", "--value=-3");

        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        JsonObject program = to("/hook");
        assertThat(program.text("reason")).isEqualTo("failed");
        assertThat(program.text("project")).isEqualTo("shop");
        assertThat(program.text("pipeline")).isEqualTo("Shop");
        assertThat(program.get("failed").toString()).isEqualTo("1");
        JsonObject failure = program.get("failures").asArray().get(0).asObject();
        assertThat(failure.text("task")).isEqualTo("Number(value=-3)");
        assertThat(failure.get("chain").toString()).isEqualTo("[\"Double\",\"Number(value=-3)\"]");
        assertThat(failure.get("error").toString()).contains("value <-3> & less than 0");
        assertThat(to("/slack").text("text"))
                .startsWith("*Shop twice* of shop failed after ")
                .contains("value=-3")
                .contains("> *Number(value=-3)* failed: ", "value &lt;-3&gt; &amp; less than 0", "> needed by Double")
                .contains("`wadachi log ");
    }

    @Test
    void finished_runs_are_told_to_those_who_ask_for_them() throws IOException {
        String settings = """
                [notify.all]
                webhook = "%s"
                on = "finished, failed"

                [notify.others]
                webhook = "%s"
                on = "finished"
                pipelines = "Demand"
                """.formatted(address("/all"), address("/others"));
        assertThat(run(settings, "run", "Shop", "twice").code()).isEqualTo(ExitCode.OK);

        assertThat(taken).extracting(Taken::path).containsExactly("/all");
        assertThat(to("/all").text("reason")).isEqualTo("finished");
        assertThat(to("/all").get("ran").toString()).isEqualTo("2");
        assertThat(to("/all").text("look")).startsWith("wadachi show ");
    }

    @Test
    void a_slow_run_is_told_while_it_runs() throws IOException {
        String settings = """
                [notify.night]
                slack = "%s"
                on = "slow"
                slow = "1s"
                """.formatted(address("/slack"));
        String told = folder.resolve("told").toString();
        assertThat(run(settings, "run", "Shop", "patient", "--told", told).code())
                .isEqualTo(ExitCode.OK);

        assertThat(taken).hasSize(1);
        assertThat(to("/slack").text("text")).startsWith("*Shop patient* of ").contains(" has been running for ");
    }

    @Test
    void at_a_desk_nobody_is_told() throws IOException {
        Files.writeString(
                folder.resolve("wadachi.toml"),
                "[notify.ci]\nwebhook = \"" + address("/ci")
                        + "\"\non = \"finished\"\n[notify.here]\nwebhook = \"" + address("/here")
                        + "\"\non = \"finished\"\nfrom = \"everywhere\"\n");

        Captured.in(folder).run("run", "Shop", "twice");

        assertThat(taken).extracting(Taken::path).containsExactly("/here");
    }

    @Test
    void a_receiver_that_does_not_take_it_is_warned_of_without_its_secret_address() throws IOException {
        answer = 500;

        Captured.Said said = run(
                "[notify.people]\nslack = \"" + address("/T0/secret") + "\"\non = \"finished\"\n"
                        + "[notify.gone]\nwebhook = \"http://127.0.0.1:1/secret\"\non = \"finished\"\n",
                "run",
                "Shop",
                "twice");

        assertThat(said.code()).isEqualTo(ExitCode.OK);
        assertThat(said.err())
                .contains("[notify.people] at 127.0.0.1 was not told of the run: HTTP 500")
                .contains("[notify.gone] at 127.0.0.1 was not told of the run: no answer")
                .doesNotContain("secret");
    }

    @Test
    void a_run_that_cannot_begin_is_told_as_failed() throws IOException {
        String settings = """
                [notify.program]
                webhook = "%s"
                [notify.people]
                slack = "%s"
                pipelines = "Shop"
                [notify.others]
                webhook = "%s"
                pipelines = "Demand"
                """.formatted(address("/hook"), address("/slack"), address("/others"));
        Files.writeString(
                folder.resolve("Shop.java"),
                PROJECT.replace("value * 2", "value +* 2").replace("int value,", "int value"));

        assertThat(run(settings, "run", "Shop", "twice", "--value", "3").code()).isEqualTo(ExitCode.DOES_NOT_COMPILE);

        assertThat(taken).extracting(Taken::path).containsExactlyInAnyOrder("/hook", "/slack");
        JsonObject program = to("/hook");
        assertThat(program.text("reason")).isEqualTo("failed");
        assertThat(program.text("pipeline")).isEqualTo("Shop");
        assertThat(program.get("parameters").toString()).isEqualTo("{\"value\":\"3\"}");
        assertThat(program.text("obstacle")).contains("Shop.java:");
        assertThat(to("/slack").text("text"))
                .startsWith("*Shop twice* of ")
                .contains(" did not begin\nvalue=3\n> ")
                .contains("`wadachi run Shop twice --value 3`");
        taken.clear();

        Files.writeString(
                folder.resolve("Shop.java"),
                PROJECT.replace(
                        "return new Double(",
                        "if (value < 9) throw new IllegalStateException(\"too few\"); return new Double("));
        assertThat(run(settings, "run", "Shop", "twice", "--value", "3").code()).isEqualTo(ExitCode.FAILED);

        assertThat(to("/hook").text("obstacle")).contains("failed: java.lang.IllegalStateException: too few");
    }

    @Test
    void everything_that_is_wrong_with_the_settings_is_told_at_once() throws IOException {
        Captured.Said said = run("""
                [notify.one]
                slak = "https://example.com"
                [notify.two]
                webhook = "ftp://example.com/secret"
                on = "failed, sloww"
                slow = "soon"
                from = "home"
                [notify.three]
                webhook = "https://example.com"
                on = "slow"
                """, "run", "Shop", "twice");

        assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(said.err())
                .contains("[notify.one] there is no key slak; did you mean slack?")
                .contains("[notify.one] give one address, as webhook")
                .contains("[notify.two] webhook is an address that begins with https:// or http://, but is none")
                .contains("[notify.two] on names finished, failed, slow, but has sloww; did you mean slow?")
                .contains("[notify.two] slow is a time such as 90s, 30m or 2h, but was soon")
                .contains("[notify.two] from is ci or everywhere, but was home")
                .contains("[notify.three] on = \"slow\" needs a time, such as slow = \"30m\"")
                .doesNotContain("ftp://");
        assertThat(Files.exists(folder.resolve(".wadachi/runs"))).isFalse();
    }

    private JsonObject to(String path) {
        return taken.stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow()
                .message();
    }
}
