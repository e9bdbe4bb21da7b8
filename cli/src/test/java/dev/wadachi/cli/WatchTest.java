package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.Cancellation;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.progress.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `wadachi run --watch`.
@Timeout(120)
class WatchTest {

    private static final String WATCHING = "watching for the next save; Ctrl-C ends it";

    @TempDir
    Path folder;

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final PrintStream both = new PrintStream(new Lines(), true, StandardCharsets.UTF_8);

    private final class Lines extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int one) {
            if (one == '\n') {
                said.add(line.toString(StandardCharsets.UTF_8).stripTrailing());
                line.reset();
            } else {
                line.write(one);
            }
        }
    }

    @Test
    void a_command_that_is_wrong_from_the_beginning_ends_it() throws Exception {
        ShopFile.in(folder);

        Watching watching = watch("run", "Shop.java", "Shop", "evaluate", "--seed", "often", "--watch");

        assertThat(watching.ending().get(60, TimeUnit.SECONDS)).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void every_save_runs_what_changed_and_an_error_is_shown_without_an_end() throws Exception {
        ShopFile shop = ShopFile.in(folder);
        Watching watching = watch("run", "Shop.java", "Shop", "evaluate", "--watch");

        assertThat(untilWatching()).anyMatch(line -> line.startsWith("3 ran, 0 up to date"));

        shop.edit("mapToInt(Integer::parseInt)", "mapToInt(line -> 1 + Integer.parseInt(line))");
        assertThat(untilWatching())
                .contains(folder.resolve("Shop.java") + " changed")
                .anyMatch(line -> line.startsWith("2 ran, 1 up to date"));

        shop.edit("return Sums", "retrun Sums");
        assertThat(untilWatching()).anyMatch(line -> line.contains("Shop.java:") && line.contains("error"));

        shop.edit("retrun Sums", "return Sums");
        assertThat(untilWatching()).anyMatch(line -> line.startsWith("nothing to do"));

        shop.sales("1\n2\n");
        assertThat(untilWatching()).contains(folder.resolve("sales.txt") + " changed");

        watching.cancellation().cancel();
        assertThat(watching.ending().get()).isEqualTo(ExitCode.INTERRUPTED);
    }

    private record Watching(Cancellation cancellation, FutureTask<ExitCode> ending) {}

    private Watching watch(String... words) throws InterruptedException {
        BlockingQueue<Cancellation> made = new LinkedBlockingQueue<>();
        FutureTask<ExitCode> ending = new FutureTask<>(() -> {
            // Cancelling interrupts the thread that made it.
            Cancellation cancellation = new Cancellation();
            made.add(cancellation);
            return Cli.run(
                    List.of(words),
                    new Surroundings(
                            List.of(words),
                            folder,
                            Map.of(),
                            folder,
                            Terminal.of(both, both, Terminal.Form.PLAIN),
                            LocalDate.of(2026, 11, 21),
                            cancellation));
        });
        new Thread(ending).start();
        return new Watching(made.take(), ending);
    }

    private List<String> untilWatching() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        for (String line = said.take(); !line.equals(WATCHING); line = said.take()) {
            lines.add(line);
        }
        return lines;
    }
}
