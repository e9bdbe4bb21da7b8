package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.wadachi.cli.command.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What sources and sinks refuse is told in words; stack traces are for code that is at fault.
@Timeout(180)
class RefusalsTest {

    private static final String EDGES = """
            import dev.wadachi.remote.BucketSink;
            import dev.wadachi.table.*;
            import dev.wadachi.task.*;
            import java.net.URI;
            import java.util.List;

            public record Edges() implements Pipeline {
                Task<Table> rows() { return new Rows("rows.csv"); }
                Task<Folder> files() { return TableFiles.of(rows(), "rows.csv"); }
                public Task<Table> nobody() { return PublishedTable.of("shop/nothing"); }
                public Task<Table> database() { return DatabaseTable.of("warehause", "select 1"); }
                public Task<External> unwritable() { return DatabaseSink.replacing(rows(), "warehause", "rows"); }
                public Task<External> keyless() { return new DatabaseSink(rows(), "warehouse", "rows", List.of("shop")); }
                public Task<External> bucket() { return new BucketSink(files(), "nowhere", "rows"); }
                public Task<External> place() { return new BucketSink(files(), "placeless", "rows"); }
                public Task<External> refused() { return HttpSink.sending(rows(), "service"); }
                public Task<External> address() { return HttpSink.sending(rows(), "garbled"); }
                public Task<External> taken() { return new FolderSink(files(), "taken"); }
                public Task<Folder> ending() { return TableFiles.of(rows(), "rows.xlsx"); }
                public Task<External> batch() { return new HttpSink(rows(), "service", 0); }
                public Task<Table> keys() { return PartitionedTable.csv("rows"); }
                public Task<String> mine() { return new Mine(0); }
                public Task<String> page() { return new Page("ftp://host/page"); }
                public Task<String> own() { return new Own(); }
                public Task<String> wrong() { return new Wrong(); }
            }

            record Rows(String file) implements Source<Table> {
                public Stamp stamp(Resources from) { return Stamp.ofFile(from.path(file)); }
                public Table run(Context in) { return Table.csv(in.path(file)); }
            }

            record Page(String page) implements Source<String> {
                public Stamp stamp(Resources from) { return Stamp.ofWeb(URI.create(page)); }
                public String run(Context in) { return page; }
            }

            record Own() implements Task<String> {
                public String run(Context in) { throw new OutsideException("the till is closed; open it"); }
            }

            record Mine(int lags) implements Task<String> {
                Mine { if (lags < 1) throw new IllegalArgumentException("lags must be at least 1"); }
                public String run(Context in) { return ""; }
            }

            record Wrong() implements Task<String> {
                public String run(Context in) { throw new IllegalStateException("no idea"); }
            }
            """;

    private static final Map<String, String> TOLD = Map.ofEntries(
            Map.entry("nobody", "failed: nothing is published as shop/nothing in "),
            Map.entry("database", "failed: there is no resource 'warehause' (there are [garbled, "),
            Map.entry("unwritable", "failed: there is no resource 'warehause' (there are [garbled, "),
            Map.entry("keyless", "failed: there is no column \"shop\""),
            Map.entry("bucket", "failed: there is no resource 'nowhere' (there are [garbled, "),
            Map.entry("place", "failed: the resource 'placeless' is to have a location such as s3://bucket/prefix"),
            Map.entry("refused", "failed: batch 1 was not taken: the service 'service' answered 400: no such item"),
            Map.entry("address", "failed: the resource 'garbled' is to have addresses that begin with http://"),
            Map.entry("taken", "holds files that no sink put there: stranger.txt"),
            Map.entry("page", "failed: a page on the web begins with http:// or https://, but was ftp://host/page"),
            Map.entry("own", "Own failed: the till is closed; open it"));

    @TempDir
    Path folder;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] words = "no such item".getBytes(StandardCharsets.UTF_8);
            boolean takes = exchange.getRequestMethod().equals("POST");
            exchange.sendResponseHeaders(takes ? 400 : 200, takes ? words.length : -1);
            if (takes) {
                exchange.getResponseBody().write(words);
            }
            exchange.close();
        });
        server.start();
        Files.writeString(folder.resolve("Edges.java"), EDGES);
        Files.writeString(folder.resolve("rows.csv"), "item,pieces\nrice,4\n");
        Files.createDirectories(folder.resolve("taken"));
        Files.writeString(folder.resolve("taken/stranger.txt"), "mine");
        Files.writeString(folder.resolve("wadachi.toml"), """
                [resources.warehouse]
                url = "jdbc:duckdb:"
                [resources.placeless]
                endpoint = "http://127.0.0.1:1"
                [resources.garbled]
                url = "http://a host/with spaces"
                [resources.service]
                url = "http://127.0.0.1:%d/bulk"
                """.formatted(
                        server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void what_a_source_or_sink_refuses_is_told_in_its_words_without_a_stack() {
        String[] all = Stream.concat(
                        Stream.of("run", "Edges"), TOLD.keySet().stream().sorted())
                .toArray(String[]::new);

        Captured.Said said = Captured.in(folder).run(all);

        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        assertThat(said.err()).contains(TOLD.values()).doesNotContain("\tat ", "    at ", "Exception");
    }

    @Test
    void what_a_body_throws_by_mistake_is_told_with_the_lines_of_its_code() {
        assertThat(Captured.in(folder).run("run", "Edges", "wrong").err())
                .containsPattern(
                        "Wrong failed: IllegalStateException: no idea\n    at Wrong.run\\(Edges.java:[0-9]+\\)\n  mend");
    }

    @Test
    void what_a_task_of_wadachi_refuses_in_a_pipeline_is_told_with_its_line_and_no_stack() {
        Map<String, String> told = Map.of(
                "ending",
                        "a table goes to a file whose name ends in .csv, .parquet, .json or .jsonl, without a folder, but",
                "batch", "a batch has at least 1 row, but was to have 0",
                "keys", "a partitioned table has at least one key, such as PartitionKey.date");
        told.forEach((goal, words) -> assertThat(
                        Captured.in(folder).run("run", "Edges", goal).err())
                .startsWith("Edges." + goal + "() failed: " + words)
                .containsPattern("\n  at Edges.java:[0-9]+; mend it there and run again\n")
                .doesNotContain("Exception", "    at "));
    }

    @Test
    void what_code_of_the_users_own_refuses_in_a_pipeline_is_told_with_its_frames() {
        assertThat(Captured.in(folder).run("run", "Edges", "mine").err())
                .startsWith(
                        "Edges.mine() failed: java.lang.IllegalArgumentException: lags must be at least 1\n    at Mine.");
    }
}
