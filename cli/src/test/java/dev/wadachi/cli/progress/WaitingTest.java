package dev.wadachi.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final String ERASED = "\r\033[K";

    private final CountDownLatch shown = new CountDownLatch(1);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream() {
        @Override
        public synchronized void write(byte[] content, int from, int length) {
            super.write(content, from, length);
            if (toString(StandardCharsets.UTF_8).contains(" s")) {
                shown.countDown();
            }
        }
    };
    private final PrintStream screen = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_command_that_says_nothing_is_said_to_be_at_work_until_it_says_something() throws InterruptedException {
        Terminal terminal = Terminal.of(screen, screen, Terminal.Form.LIVE);
        try (Waiting waiting = Waiting.on(terminal, "wadachi gc")) {
            assertThat(shown.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(text()).startsWith(ERASED + terminal.faint("wadachi gc …  1 s"));

            waiting.terminal().out().println("freed 3 MB");
        }

        assertThat(text()).endsWith(ERASED + "freed 3 MB" + System.lineSeparator());
    }

    @Test
    void what_is_printed_before_that_stands_alone() {
        try (Waiting waiting = Waiting.on(Terminal.of(screen, screen, Terminal.Form.LIVE), "wadachi gc")) {
            waiting.terminal().err().print("nothing to free");
        }

        assertThat(text()).isEqualTo("nothing to free");
    }

    @Test
    void a_file_takes_nothing_of_it() {
        Terminal file = Terminal.of(screen, screen, Terminal.Form.PLAIN);
        try (Waiting waiting = Waiting.on(file, "wadachi gc")) {
            assertThat(waiting.terminal()).isSameAs(file);
        }

        assertThat(text()).isEmpty();
    }
}
