package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Trace;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What bodies say is kept with their traces, each with its own.
class LogsTest {

    private static ExecutorService pool = Executors.newSingleThreadExecutor();

    record Talks(String name) implements Task<Integer> {
        @Override
        public Integer run(Context in) throws InterruptedException {
            System.out.println(name + " prints");
            System.err.println(name + " complains");
            in.log(name + " logs");
            System.getLogger("shop").log(System.Logger.Level.INFO, name + " uses System.Logger");
            Logger.getLogger("shop").warning(name + " uses java.util.logging");
            Thread thread = new Thread(() -> System.out.print(name + " has a thread"));
            thread.start();
            thread.join();
            return name.length();
        }
    }

    record Pooled(String name) implements Task<Integer> {
        @Override
        public Integer run(Context in) throws Exception {
            pool.submit(() -> System.out.println(name + " speaks in a pool")).get();
            return 1;
        }
    }

    record Silent() implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return 0;
        }
    }

    @TempDir
    Path folder;

    private Wadachi wadachi;

    @BeforeEach
    void open() {
        pool = Executors.newSingleThreadExecutor();
        wadachi = Wadachi.open(folder);
    }

    @AfterEach
    void close() {
        pool.shutdown();
        wadachi.close();
    }

    private String log(Task<?> task) throws IOException {
        wadachi.run(Request.of(task)).orThrow();
        return kept(task.getClass().getSimpleName(), task.toString());
    }

    private String kept(String name, String like) throws IOException {
        Trace trace = wadachi.store().traces().ofTask(name, 99).stream()
                .map(recorded -> recorded.trace())
                .filter(each -> each.inputs().parameters().values().stream().allMatch(like::contains))
                .findFirst()
                .orElseThrow();
        return trace.evidence().log() == null
                ? ""
                : new String(
                        wadachi.store()
                                .blobs()
                                .find(Objects.requireNonNull(trace.evidence().log()))
                                .orElseThrow()
                                .bytes(),
                        StandardCharsets.UTF_8);
    }

    @Test
    void whatever_a_body_says_and_however_is_kept_with_its_trace() throws IOException {
        assertThat(log(new Talks("Ann")).lines())
                .containsExactly(
                        "Ann prints",
                        "Ann complains",
                        "Ann logs",
                        "INFO shop: Ann uses System.Logger",
                        "WARNING shop: Ann uses java.util.logging",
                        "Ann has a thread");
    }

    @Test
    void nobody_hears_another_tasks_words() throws IOException {
        wadachi.run(Request.of(new Talks("Ann"), new Talks("Bob"), new Silent()))
                .orThrow();
        assertThat(kept("Talks", "Ann").lines()).hasSize(6).allMatch(line -> line.contains("Ann"));
        assertThat(kept("Talks", "Bob").lines()).hasSize(6).allMatch(line -> line.contains("Bob"));
        assertThat(kept("Silent", "")).isEmpty();
    }

    @Test
    void a_thread_of_a_pool_does_not_speak_for_the_body_that_started_it_once_that_is_over() throws IOException {
        PrintStream original = System.out;
        ByteArrayOutputStream outside = new ByteArrayOutputStream();
        System.setOut(new PrintStream(outside, true, StandardCharsets.UTF_8));
        try {
            assertThat(log(new Pooled("first"))).isEqualTo("first speaks in a pool\n");
            assertThat(log(new Pooled("second"))).isEmpty();
        } finally {
            System.setOut(original);
        }
        assertThat(outside.toString(StandardCharsets.UTF_8).strip()).isEqualTo("second speaks in a pool");
    }

    @Test
    void after_a_run_the_streams_are_the_programs_own_again() {
        PrintStream before = System.out;
        wadachi.run(new Talks("Ann"));
        assertThat(System.out).isSameAs(before);
    }

    record Careless() implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            String password = (String) in.resource(Map.class, "warehouse").get("password");
            System.out.println("connecting with " + password);
            in.log("still " + password);
            throw new IllegalStateException("refused: " + password);
        }
    }

    @Test
    void a_secret_of_a_resource_is_masked_in_logs_and_in_the_record_of_a_failure(@TempDir Path elsewhere)
            throws IOException {
        Settings settings = Settings.of(elsewhere)
                .withResource("warehouse", Map.of("password", "hunter22"))
                .withSecret("hunter22")
                .withSecret("on");
        assertThat(settings.toString()).doesNotContain("hunter22");
        try (Wadachi careful = Wadachi.open(settings)) {
            Report report = careful.run(Request.of(new Careless()));

            assertThat(report.failures().getFirst().log()).containsExactly("connecting with ***", "still ***");
        }
        try (Stream<Path> files = Files.walk(elsewhere)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain("hunter22"));
        }
    }
}
