package dev.wadachi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkerDiedTest {

    @Test
    void a_signal_that_ends_processes_is_named() {
        assertThat(new WorkerDied(137)).hasMessage("its JVM was ended by signal 9 (SIGKILL) before the body was done");
        assertThat(new WorkerDied(143).hint()).startsWith("run it again");
    }

    @Test
    void a_code_that_a_program_gave_itself_is_told_as_one() {
        assertThat(new WorkerDied(144)).hasMessage("its JVM ended with exit code 144 before the body was done");
        assertThat(new WorkerDied(144).hint()).contains("System.exit");
    }
}
