package dev.wadachi.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.code.Warning.Kind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The same walk sees calls that no fingerprint notices.
class WarningsTest {

    private static final String TRAIN = """
            import dev.wadachi.task.*;
            import java.util.*;
            %s
            record Train(List<Double> sizes, Task<Folder> files) implements Task<Object> {
                public Object run(Context in) throws Exception {
                    return Helper.help(sizes, in, files);
                }
            }

            class Helper {
                static Object help(List<Double> sizes, Context in, Task<Folder> files) throws Exception {
                    return %s;
                }
            }
            """;

    private final Path folder;

    WarningsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CLOCK | java.time.Instant.now() | Instant.now()",
                "CLOCK | java.time.LocalDate.now(java.time.ZoneId.of(\"UTC\")) | LocalDate.now()",
                "CLOCK | System.currentTimeMillis() | System.currentTimeMillis()",
                "CLOCK | new Date() | new Date()",
                "ENVIRONMENT | System.getenv(\"HOME\") | System.getenv()",
                "ENVIRONMENT | Integer.getInteger(\"size\") | Integer.getInteger()",
                "RANDOMNESS | Math.random() | Math.random()",
                "RANDOMNESS | new Random() | new Random()",
                "RANDOMNESS | UUID.randomUUID() | UUID.randomUUID()",
                "RANDOMNESS | sizes.stream().map(size -> size * Math.random()).toList() | Math.random()",
                "CLOCK | Optional.<Object>empty().orElseGet(java.time.Instant::now) | Instant.now()",
                "FILE | java.nio.file.Files.readString(in.path(\"a\")) | Files.readString()",
                "REFLECTION | Class.forName(\"Plugin\") | Class.forName()",
                "REFLECTION | sizes.getClass().getDeclaredMethods() | Class.getDeclaredMethods()",
                "REFLECTION | Helper.class.getDeclaredConstructor() | Class.getDeclaredConstructor()",
                "REFLECTION | ServiceLoader.load(Runnable.class) | ServiceLoader.load()",
                "REFLECTION | java.lang.invoke.MethodHandles.lookup().findClass(\"Plugin\") | MethodHandles.Lookup.findClass()",
                "PARALLEL_FLOATING_POINT | sizes.parallelStream().mapToDouble(size -> size).sum() | List.parallelStream()",
                "PARALLEL_FLOATING_POINT | sizes.stream().mapToDouble(size -> size).parallel().average() | DoubleStream.parallel()"
            })
    void a_suspicious_call_is_named_with_its_place(Kind kind, String expression, String call) {
        assertThat(warnings("", expression))
                .containsExactly(new Warning(kind, call, "Helper.help(List, Context, Task)", "Train.java:12"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new Random(7)",
                "in.random()",
                "Thread.State.class.getEnumConstants().length",
                "Helper.class.getRecordComponents()",
                "sizes.stream().mapToDouble(size -> size).sum()",
                "sizes.parallelStream().map(size -> size + 1).toList()",
                "java.time.LocalDate.now(java.time.Clock.fixed(java.time.Instant.EPOCH, java.time.ZoneOffset.UTC))",
                "java.nio.file.Files.readString(in.scratch().resolve(\"a\"))",
                "java.nio.file.Files.readString(in.load(files).path().resolve(\"a\"))"
            })
    void a_call_that_is_told_everything_is_not_suspicious(String expression) {
        assertThat(warnings("", expression)).isEmpty();
    }

    @Test
    void a_task_that_says_it_is_nondeterministic_is_not_told_so() {
        assertThat(warnings("@Nondeterministic", "java.time.Instant.now()")).isEmpty();
        assertThat(warnings("@Nondeterministic", "System.getenv(\"HOME\")")).hasSize(1);
    }

    @Test
    void a_task_that_says_what_it_uses_may_reach_it_by_reflection() {
        assertThat(warnings("@Uses(Thread.class)", "Class.forName(\"java.lang.Thread\")"))
                .isEmpty();
    }

    @Test
    void a_class_that_says_what_it_uses_may_reach_it_by_reflection() {
        String source = TRAIN.formatted("", "Class.forName(\"java.lang.Thread\")")
                .replace("class Helper", "@Uses(Thread.class)\nclass Helper");
        try (Project project = Project.of(folder, source, "-g")) {
            assertThat(project.signature("Train").warnings()).isEmpty();
        }
    }

    @Test
    void a_source_may_read_files() {
        String source = """
                import dev.wadachi.task.*;
                import java.nio.file.Files;
                record Train(String file) implements Source<String> {
                    public Stamp stamp(Resources from) throws Exception {
                        return Stamp.ofFile(from.path(file));
                    }

                    public String run(Context in) throws Exception {
                        return Files.readString(in.path(file));
                    }
                }
                """;
        try (Project project = Project.of(folder, source, "-g")) {
            assertThat(project.signature("Train").warnings()).isEmpty();
        }
    }

    @Test
    void what_is_not_reached_is_not_warned_of() {
        String source = TRAIN.formatted("", "1")
                .replace("class Helper {", "class Helper {\n    static double unused() { return Math.random(); }\n");
        try (Project project = Project.of(folder, source, "-g")) {
            assertThat(project.signature("Train").warnings()).isEmpty();
        }
    }

    @Test
    void a_warning_says_what_to_write_instead() {
        assertThat(warnings("", "new Random()").getFirst().text())
                .isEqualTo(
                        "Helper.help(List, Context, Task) draws unseeded random numbers: new Random() at Train.java:12; "
                                + "use Context.random(), which is seeded and recorded");
    }

    private List<Warning> warnings(String annotation, String expression) {
        try (Project project = Project.of(folder, TRAIN.formatted(annotation, expression), "-g")) {
            return project.signature("Train").warnings();
        }
    }
}
