package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A data scientist's session: tasks are defined, run, edited and run again.
class JshellRunTest {

    private static final String TRAIN = """
            record Train(int size) implements Task<Integer> {
                public Integer run(Context in) { return helper(size); }
            }""";

    @TempDir
    Path folder;

    @Test
    void a_record_is_run_edited_and_run_again() {
        try (JShell shell = JShell.builder()
                .executionEngine(new LocalExecutionControlProvider(), Map.of())
                .build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            eval(shell, "import dev.wadachi.*;");
            eval(shell, "import dev.wadachi.engine.*;");
            eval(shell, "import dev.wadachi.task.*;");
            eval(shell, "int helper(int size) { return size + 1; }");
            eval(shell, TRAIN);
            eval(
                    shell,
                    "var wadachi = Wadachi.open(java.nio.file.Path.of(\"%s\"));"
                            .formatted(folder.toString().replace("\\", "\\\\")));
            assertThat(eval(shell, "wadachi.run(new Train(3))")).isEqualTo("4");
            assertThat(counts(shell)).isEqualTo("{HIT=1}");
            eval(shell, "int unrelated(int x) { return x; }");
            assertThat(counts(shell)).isEqualTo("{HIT=1}");
            eval(shell, TRAIN.replace("helper(size)", "10 * helper(size)"));
            assertThat(eval(shell, "wadachi.run(new Train(3))")).isEqualTo("40");
            eval(shell, "int helper(int size) { return size + 2; }");
            assertThat(counts(shell)).isEqualTo("{RAN=1}");
            assertThat(eval(shell, "wadachi.run(new Train(3))")).isEqualTo("50");
            eval(shell, "wadachi.close();");
        }
    }

    private static String counts(JShell shell) {
        return eval(shell, "wadachi.run(Request.of(new Train(3))).counts()");
    }

    private static String eval(JShell shell, String snippet) {
        List<SnippetEvent> events = shell.eval(snippet);
        SnippetEvent event = events.getFirst();
        assertThat(event.exception()).as(snippet).isNull();
        assertThat(event.status()).as(snippet).isNotEqualTo(jdk.jshell.Snippet.Status.REJECTED);
        return event.value() == null ? "" : event.value();
    }
}
