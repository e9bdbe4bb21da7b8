package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wadachi.store.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What others can read of the process of an isolated body while it runs.
@Timeout(120)
class WorkerSecretsTest {

    @TempDir
    Path folder;

    @Test
    void secrets_reach_a_worker_and_stand_neither_on_its_command_line_nor_in_its_variables() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/env")), "there is no env that could set a variable");
        List<String> said;
        try (ChildProcess program = ChildProcess.startWithin(
                List.of("/usr/bin/env", "JAVA_TOOL_OPTIONS=-Dlent.password=" + HasSecrets.OF_A_FLAG),
                HasSecrets.class,
                folder)) {
            said = program.awaitEnd();
        }

        assertThat(line("known", said))
                .isEqualTo(HasSecrets.OF_A_RESOURCE + " " + HasSecrets.OF_A_PARAMETER + " " + HasSecrets.OF_A_FLAG);
        assertThat(line("command line", said)).contains("Worker").doesNotContain("hush-hush");
        assertThat(line("variables", said)).contains("PATH=").doesNotContain("hush-hush");
        assertThat(line("options", said))
                .as("flags are read by nobody else")
                .contains(HasSecrets.OF_A_FLAG)
                .doesNotContain(HasSecrets.OF_A_RESOURCE, HasSecrets.OF_A_PARAMETER);
        assertThat(line("readers", said)).isIn("OWNER_READ,OWNER_WRITE", "");
        assertThat(line("log", said)).as("Java says nothing in the body's log").isEqualTo("empty");
    }

    private static String line(String begin, List<String> said) {
        return said.stream()
                .filter(line -> line.startsWith(begin + " "))
                .map(line -> line.substring(begin.length() + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + begin + " in " + said));
    }
}
