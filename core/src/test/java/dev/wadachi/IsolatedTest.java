package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.code.Project;
import dev.wadachi.engine.Event;
import dev.wadachi.engine.Failure;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.Trace;
import dev.wadachi.task.Context;
import dev.wadachi.task.Isolated;
import dev.wadachi.task.Needs;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Bodies that run in a JVM of their own. Each test starts one, or a few.
@Timeout(120)
class IsolatedTest {

    record Words(String text) implements Task<String> {
        @Override
        public String run(Context in) {
            return text;
        }
    }

    /// What a body can see of the process that it runs in, and of its input.
    record Seen(String upper, long process) {}

    @Isolated
    record Upper(Task<String> words) implements Task<Seen> {
        @Override
        public Seen run(Context in) {
            return new Seen(
                    in.load(words).toUpperCase(Locale.ROOT),
                    ProcessHandle.current().pid());
        }
    }

    @Isolated
    @Needs(memory = "48MB")
    record Greedy(int megabytes) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            List<byte[]> held =
                    Stream.generate(() -> new byte[1 << 20]).limit(megabytes).toList();
            return held.size();
        }
    }

    @Isolated
    @dev.wadachi.task.Timeout(seconds = 1.5)
    record Sleeps() implements Task<String> {
        @Override
        public String run(Context in) throws InterruptedException {
            in.log("process " + ProcessHandle.current().pid());
            Thread.sleep(60_000);
            return "awake";
        }
    }

    @Isolated
    record Reports() implements Task<String> {
        @Override
        public String run(Context in) throws InterruptedException {
            in.metric("curve", 1.5, 3);
            in.child("fold", Map.of("k", 1)).metric("mae", Double.NaN);
            in.log("at work");
            in.progress(0.25, "a quarter");
            Thread.sleep(60_000);
            return "never";
        }
    }

    /// The ways in which a body can take its process with it.
    enum End {
        HALT,
        EXIT,
        KILL,
        OVERFLOW,
        ABORT
    }

    @Isolated
    record Ends(End end) implements Task<String> {
        @Override
        public String run(Context in) throws Exception {
            System.out.println("about to go");
            switch (end) {
                case HALT -> Runtime.getRuntime().halt(7);
                case EXIT -> System.exit(0);
                case KILL -> signal("KILL");
                case ABORT -> signal("ABRT");
                case OVERFLOW -> overflow(1);
            }
            Thread.sleep(10_000);
            return "never";
        }

        private static void signal(String name) throws IOException {
            new ProcessBuilder(
                            "kill",
                            "-" + name,
                            Long.toString(ProcessHandle.current().pid()))
                    .start();
        }

        @SuppressWarnings("InfiniteRecursion") // that is what it is for
        private static int overflow(int depth) {
            return overflow(depth + 1) + 1;
        }
    }

    @Isolated
    record Chatters(int lines) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            for (int line = 0; line < lines; line++) {
                (line % 2 == 0 ? System.out : System.err).println("line " + line + " with some more text, 日本語 too");
            }
            System.out.print("without an end");
            return lines;
        }
    }

    @TempDir
    Path folder;

    private Wadachi wadachi;

    @BeforeEach
    void open() {
        wadachi = Wadachi.open(folder);
    }

    @AfterEach
    void close() {
        wadachi.close();
    }

    private Failure failure(Task<?> task) throws IOException {
        Report report = wadachi.run(Request.of(task));
        assertThat(report.failures()).hasSize(1);
        assertThat(leftInScratch()).as("nothing half-written is left").isEmpty();
        return report.failures().getFirst();
    }

    private List<Path> leftInScratch() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve(".wadachi/tmp"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static Task<?> made(Class<?> task, Object... components) throws ReflectiveOperationException {
        var constructor = task.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return (Task<?>) constructor.newInstance(components);
    }

    @Test
    void an_isolated_body_runs_in_another_process_on_the_same_inputs() {
        Seen seen = wadachi.run(new Upper(new Words("wadachi")));

        assertThat(seen.upper()).isEqualTo("WADACHI");
        assertThat(seen.process()).isNotEqualTo(ProcessHandle.current().pid());
        assertThat(wadachi.run(new Upper(new Words("wadachi")))).isEqualTo(seen);
    }

    private static final String FORECAST = """
            package shop;

            import dev.wadachi.task.*;
            import java.nio.file.*;
            import java.util.*;

            record Split(byte[] train, List<Integer> test) {}

            record Halves(String text) implements Task<Split> {
                public Split run(Context in) {
                    return new Split(text.getBytes(), List.of(text.length(), 2));
                }
            }

            record Word(String text) implements Task<String> {
                public String run(Context in) {
                    return text;
                }
            }

            enum Mood { CALM, EAGER { @Override public String toString() { return "eager!"; } } }

            ISOLATED
            record Forecast(Task<Split> split, List<Task<String>> words, Task<List<Integer>> given, Mood mood,
                    Optional<Double> rate) implements Task<Map<String, String>> {
                public Map<String, String> run(Context in) throws Exception {
                    byte[] train = in.load(split, Split::train);
                    Path scratch = Files.writeString(in.scratch().resolve("x"), "kept");
                    Path checkpoint = Files.writeString(in.checkpoint().resolve("y"), "kept");
                    in.metric("mae", 0.1 + 0.2);
                    in.metric("loss", Double.POSITIVE_INFINITY, 4);
                    in.log("logs\\nin two lines");
                    System.out.println("prints");
                    System.getLogger("shop").log(System.Logger.Level.INFO, "uses System.Logger");
                    return new TreeMap<>(Map.of(
                            "train", new String(train),
                            "words", words.stream().map(in::load).toList().toString(),
                            "given", in.load(given).toString(),
                            "dynamic", in.load(new Word("dynamic")) + in.load(((Halves) split)).test(),
                            "random", in.random().nextLong() + " " + in.random().nextDouble(),
                            "project", in.path("data.txt").getFileName().toString(),
                            "resource", in.resource(Map.class, "service").get("token").toString(),
                            "mood", mood + " " + rate,
                            "files", Files.readString(scratch) + Files.readString(checkpoint)));
                }
            }
            """;

    private record Kept(Object value, Trace trace, String log) {}

    private Kept forecast(String isolated, Path project) throws Exception {
        String source = FORECAST.replace("ISOLATED", isolated);
        Settings settings =
                Settings.of(Files.createDirectories(project)).withResource("service", Map.of("token", "hush-hush"));
        try (Project classes = Project.of(project.resolve("classes"), Map.of("Shop.java", source), List.of());
                Wadachi own = Wadachi.open(settings)) {
            ClassLoader loader = classes.loader();
            Class<?> word = loader.loadClass("shop.Word");
            Task<?> forecast = made(
                    loader.loadClass("shop.Forecast"),
                    made(loader.loadClass("shop.Halves"), "abc"),
                    List.of(made(word, "one"), made(word, "two")),
                    Task.of(List.of(5, 3)),
                    loader.loadClass("shop.Mood").getEnumConstants()[1],
                    Optional.of(0.1));
            Object value = own.run(forecast);
            Trace trace = own.store().traces().ofTask("Forecast", 1).getFirst().trace();
            byte[] log = own.store()
                    .blobs()
                    .find(Objects.requireNonNull(trace.evidence().log()))
                    .orElseThrow()
                    .bytes();
            return new Kept(value, trace, new String(log, StandardCharsets.UTF_8));
        }
    }

    @Test
    void isolating_a_task_changes_nothing_but_the_process_that_it_runs_in() throws Exception {
        Kept here = forecast("", folder.resolve("here"));
        Kept apart = forecast("@Isolated", folder.resolve("apart"));

        assertThat(apart.value()).isEqualTo(here.value());
        assertThat(apart.trace().fingerprint()).isEqualTo(here.trace().fingerprint());
        assertThat(apart.trace().output()).isEqualTo(here.trace().output());
        assertThat(apart.trace().inputs()).isEqualTo(here.trace().inputs());
        assertThat(apart.trace().notes()).isEqualTo(here.trace().notes());
        assertThat(apart.log()).isEqualTo(here.log()).contains("INFO shop: uses System.Logger");
        assertThat(apart.trace().cost().others()).isZero();
        assertThat(apart.trace().cost().cpuSeconds()).isGreaterThan(0.05);
        assertThat(apart.trace().cost().peakBytes()).isBetween(10L << 20, 1L << 30);
    }

    @Test
    void a_body_that_runs_out_of_memory_is_told_which_heap_to_ask_for() throws Exception {
        Failure failure = failure(new Greedy(4_000));

        assertThat(failure.told()).containsExactly("OutOfMemoryError: Java heap space");
        assertThat(failure.hint())
                .isEqualTo("its heap of 48MB was used up; give it a larger one, such as"
                        + " @Isolated @Needs(memory = \"128MB\"), or let it hold less at once");
        assertThat(wadachi.run(new Greedy(1))).isEqualTo(1);
    }

    @Test
    void a_body_that_ends_its_process_is_a_failure_that_tells_the_exit_code_and_the_log() throws Exception {
        Failure failure = failure(new Ends(End.HALT));

        assertThat(failure.told()).containsExactly("its JVM ended with exit code 7 before the body was done");
        assertThat(failure.log()).containsExactly("about to go");
        assertThat(failure.hint()).contains("System.exit");
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(End.class)
    void however_a_body_ends_its_process_it_is_its_own_failure(End end) throws Exception {
        Failure failure = failure(new Ends(end));

        assertThat(failure.log().getFirst()).isEqualTo("about to go");
        assertThat(failure.told())
                .containsExactly(
                        switch (end) {
                            case HALT -> "its JVM ended with exit code 7 before the body was done";
                            case EXIT -> "its JVM ended with exit code 0 before the body was done";
                            case KILL -> "its JVM was ended by signal 9 (SIGKILL) before the body was done";
                            case ABORT -> "its JVM was ended by signal 6 (SIGABRT) before the body was done";
                            case OVERFLOW -> "StackOverflowError";
                        });
        assertThat(wadachi.run(new Words("still here"))).isEqualTo("still here");
    }

    @Test
    void a_body_that_takes_too_long_is_interrupted_and_its_process_is_gone() throws Exception {
        Failure failure = failure(new Sleeps());

        assertThat(failure.told()).containsExactly("it took longer than the 1.5 s that its @Timeout allows");
        long process = Long.parseLong(failure.log().getFirst().replaceAll("\\D", ""));
        assertThat(ProcessHandle.of(process)).isEmpty();
    }

    @Test
    void what_a_body_reports_arrives_while_it_runs_and_stopping_the_run_stops_it() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        Request request = Request.of(new Reports()).listener(event -> {
            switch (event) {
                case Event.Measured(var _, var metric) -> heard.add(metric.name() + "=" + metric.value());
                case Event.Logged(var _, String line) -> heard.add(line);
                case Event.Progressed(var _, double share, String message) -> {
                    heard.add(share + " " + message);
                    wadachi.cancel();
                }
                default -> {}
            }
        });

        Report report = wadachi.run(request);

        assertThat(report.tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.outcome()).isEqualTo(Outcome.SKIPPED));
        assertThat(heard).contains("curve=1.5", "fold/mae=NaN", "0.25 a quarter");
        assertThat(leftInScratch()).isEmpty();
    }

    @Test
    void all_that_a_body_prints_is_in_its_log() throws Exception {
        assertThat(wadachi.run(new Chatters(20_000))).isEqualTo(20_000);

        Trace trace = wadachi.store().traces().ofTask("Chatters", 1).getFirst().trace();
        byte[] log = wadachi.store()
                .blobs()
                .find(Objects.requireNonNull(trace.evidence().log()))
                .orElseThrow()
                .bytes();
        List<String> lines = new String(log, StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(20_001).endsWith("without an end");
        assertThat(lines.get(7)).isEqualTo("line 7 with some more text, 日本語 too");
    }

    @Test
    void a_claim_beyond_the_heap_of_this_process_is_met_by_another() throws Exception {
        long beyond = (Runtime.getRuntime().maxMemory() >> 20) + 64;
        String source = """
                import dev.wadachi.task.*;
                @Needs(memory = "%dMB")
                record Train() implements Task<Long> {
                    public Long run(Context in) {
                        return Runtime.getRuntime().maxMemory();
                    }
                }
                """.formatted(beyond);
        try (Project classes = Project.of(folder.resolve("classes"), source)) {
            Object heap = wadachi.run(made(classes.loader().loadClass("Train")));

            // Some collectors keep a part of the heap for themselves.
            assertThat((Long) heap).isBetween((beyond << 20) * 9 / 10, (beyond << 20) * 11 / 10);
        }
    }

    @Test
    void a_class_that_is_in_memory_alone_is_refused_before_anything_runs() {
        try (JShell shell = JShell.builder()
                .executionEngine(new LocalExecutionControlProvider(), Map.of())
                .build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            shell.eval("import dev.wadachi.task.*;");
            shell.eval("@Isolated record Train(int size) implements Task<Integer> {"
                    + " public Integer run(Context in) { return size; } }");
            shell.eval("var wadachi = dev.wadachi.Wadachi.open(java.nio.file.Path.of(\"%s\"));"
                    .formatted(folder.toString().replace("\\", "\\\\")));
            var refused = shell.eval("wadachi.run(new Train(3))").getFirst().exception();
            assertThat(refused)
                    .hasMessageContaining(
                            "Train(size=3) is to run in a JVM of its own, which would need Train, but that"
                                    + " class is in this process's memory alone")
                    .hasMessageContaining("take @Isolated off Train");
            shell.eval("wadachi.close();");
        }
    }
}
