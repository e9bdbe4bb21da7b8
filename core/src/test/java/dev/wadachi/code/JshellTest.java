package dev.wadachi.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.ToolProvider;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Records that are written in jshell are user code, whose loader serves their bytes.
public class JshellTest {

    private static final String TRAIN = """
            record Train(int size) implements dev.wadachi.task.Task<Integer> {
                public Integer run(dev.wadachi.task.Context in) { return helper(size); }
            }""";

    /// Where snippets run: in this process, or in another JVM as the tool `jshell` does.
    enum Where {
        HERE,
        ELSEWHERE
    }

    @ParameterizedTest
    @EnumSource
    void editing_a_record_is_seen(Where where) {
        try (Session session = new Session(where)) {
            session.eval("int helper(int size) { return size + 1; }");
            session.eval(TRAIN);
            String before = session.signature();
            session.eval(TRAIN.replace("helper(size)", "2 * helper(size)"));
            assertThat(session.signature()).isNotEqualTo(before);
            session.eval(TRAIN);
            assertThat(session.signature()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void editing_a_method_that_the_record_calls_is_seen(Where where) {
        try (Session session = new Session(where)) {
            session.eval("int helper(int size) { return size + 1; }");
            session.eval(TRAIN);
            String before = session.signature();
            session.eval("int helper(int size) { return size + 2; }");
            assertThat(session.signature()).isNotEqualTo(before);
            session.eval("int helper(int size) { return size + 1; }");
            assertThat(session.signature()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void unrelated_snippets_and_their_numbers_do_not_count(Where where) {
        String before;
        try (Session session = new Session(where)) {
            session.eval("int helper(int size) { return size + 1; }");
            session.eval(TRAIN);
            before = session.signature();
            session.eval("int other(int size) { return size; }");
            session.eval("record Other(int size) {}");
            session.eval("int other(int size) { return size + 1; }");
            assertThat(session.signature()).isEqualTo(before);
        }
        try (Session session = new Session(where)) {
            session.eval("int first = 3;");
            session.eval(TRAIN);
            session.eval("record Second(int x) {}");
            session.eval("int helper(int size) { return size + 1; }");
            assertThat(session.signature()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_variables_initialiser_counts_and_reading_it_is_warned_of(Where where) {
        try (Session session = new Session(where)) {
            session.eval("int factor = 3;");
            session.eval("int helper(int size) { return size * factor; }");
            session.eval(TRAIN);
            String before = session.signature();
            assertThat(session.warnings()).contains("helper(int) reads a jshell variable: factor");
            session.eval("int factor = 4;");
            assertThat(session.signature()).isNotEqualTo(before);
        }
    }

    @Test
    void a_record_means_the_same_in_a_file_without_a_package(@TempDir Path folder) throws Exception {
        String shape = "sealed interface Shape { record Square(int side) implements Shape {} }";
        String train = """
                record Train(int size) implements dev.wadachi.task.Task<Integer> {
                    public Integer run(dev.wadachi.task.Context in) {
                        return size(new Shape.Square(size)) + java.util.stream.IntStream.range(0, size).map(i -> i * 2).sum();
                    }
                    private static int size(Shape shape) {
                        return switch (shape) { case Shape.Square square -> square.side(); };
                    }
                }""";
        Path file = Files.writeString(folder.resolve("Train.java"), shape + "\n" + train);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-proc:none", "-d", folder.toString(), file.toString()))
                .isZero();
        String compiled;
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            compiled = sign(loader.loadClass("Train"));
        }

        try (Session session = new Session(Where.ELSEWHERE)) {
            session.eval(shape);
            session.eval(train);
            assertThat(session.signature().replace("\"", ""))
                    .isEqualTo(compiled.lines().findFirst().orElseThrow());
        }
    }

    /// A jshell that can see Wadachi.
    private static final class Session implements AutoCloseable {

        private static final String READ = "dev.wadachi.code.JshellTest.sign(Train.class)";

        private final JShell shell;

        Session(Where where) {
            JShell.Builder builder = JShell.builder();
            shell = switch (where) {
                case HERE ->
                    builder.executionEngine(new LocalExecutionControlProvider(), Map.of())
                            .build();
                case ELSEWHERE -> builder.build();
            };
            shell.addToClasspath(System.getProperty("java.class.path"));
        }

        String eval(String snippet) {
            List<SnippetEvent> events = shell.eval(snippet);
            SnippetEvent event = events.getFirst();
            // A snippet may come before what it names.
            assertThat(shell.diagnostics(event.snippet())
                            .filter(found -> found.isError())
                            .map(found -> found.getMessage(Locale.ROOT)))
                    .as(snippet)
                    .allMatch(problem -> problem.contains("cannot find symbol"));
            assertThat(event.exception()).as(snippet).isNull();
            return event.value() == null ? "" : event.value();
        }

        String signature() {
            return eval(READ).split("\\\\n", 2)[0];
        }

        String warnings() {
            return eval(READ);
        }

        @Override
        public void close() {
            shell.close();
        }
    }

    /// Called from within the session.
    public static String sign(Class<?> task) {
        try (CodeReader reader = CodeReader.over(UserCode.classFolders(), CodeCache.inMemory())) {
            CodeSignature signature = reader.of(task, List.of());
            StringBuilder text = new StringBuilder(signature.digest().hex());
            signature.warnings().forEach(warning -> text.append('\n').append(warning.text()));
            return text.toString();
        }
    }
}
