package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// `wadachi top` on a real pseudo-terminal.
@Timeout(60)
class TopCommandTest {

    private static final String COMMAND = "stty -g; '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s top; stty -g"
            .formatted(
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    System.getProperty("java.class.path"),
                    Main.class.getName());

    @Test
    void a_key_without_enter_leaves_it_and_the_terminal_is_as_it_was() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no script that makes a terminal");
        ProcessBuilder builder = new ProcessBuilder("/usr/bin/script", "-q", "-f", "-e", "-c", COMMAND, "/dev/null");
        builder.environment().keySet().removeAll(List.of("CI", "NO_COLOR"));
        builder.environment().put("TERM", "xterm");
        builder.environment().put("WADACHI_TERMINAL", "yes");
        builder.environment().put("WADACHI_COLUMNS", "80");
        Process top = builder.redirectErrorStream(true).start();
        StringBuilder screen = new StringBuilder();
        try (InputStream out = top.getInputStream();
                OutputStream keys = top.getOutputStream()) {
            byte[] bytes = new byte[8192];
            boolean isTyped = false;
            for (int length = out.read(bytes); length >= 0; length = out.read(bytes)) {
                screen.append(new String(bytes, 0, length, StandardCharsets.UTF_8));
                if (!isTyped && screen.indexOf("q to leave") >= 0) {
                    keys.write('q');
                    keys.flush();
                    isTyped = true;
                }
            }
        }

        assertThat(top.waitFor()).isZero();
        List<String> lines = screen.toString().lines().toList();
        assertThat(lines.getLast()).contains(lines.getFirst().strip());
        assertThat(screen).contains("cores held").doesNotContain("q and Enter");
    }
}
