package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.engine.Failure;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.task.Context;
import dev.wadachi.task.Isolated;
import dev.wadachi.task.Task;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Bodies that run in a JVM of their own. Each test starts one, or a few.
@Timeout(60)
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
                    in.load(words).toUpperCase(java.util.Locale.ROOT),
                    ProcessHandle.current().pid());
        }
    }

    @Isolated
    record Halts(int code) implements Task<String> {
        @Override
        public String run(Context in) {
            System.out.println("about to go");
            Runtime.getRuntime().halt(code);
            return "never";
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

    private Failure failure(Task<?> task) {
        Report report = wadachi.run(Request.of(task));
        assertThat(report.failures()).hasSize(1);
        return report.failures().getFirst();
    }

    @Test
    void an_isolated_body_runs_in_another_process_on_the_same_inputs() {
        Seen seen = wadachi.run(new Upper(new Words("wadachi")));

        assertThat(seen.upper()).isEqualTo("WADACHI");
        assertThat(seen.process()).isNotEqualTo(ProcessHandle.current().pid());
        assertThat(wadachi.run(new Upper(new Words("wadachi")))).isEqualTo(seen);
    }

    @Test
    void a_body_that_ends_its_process_is_a_failure_that_tells_the_exit_code_and_the_log() {
        Failure failure = failure(new Halts(7));

        assertThat(failure.told()).containsExactly("its JVM ended with exit code 7 before the body was done");
        assertThat(failure.log()).containsExactly("about to go");
    }
}
