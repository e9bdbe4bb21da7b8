package dev.wadachi.cli;

import dev.wadachi.cli.command.Cancellation;
import dev.wadachi.cli.command.Dialog;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.progress.Terminal;
import dev.wadachi.cli.progress.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The `wadachi` command.
public final class Main {

    /// Native code that does not answer is given 10 seconds by the engine; the rest is for writing down what happened.
    private static final Duration GRACE = Duration.ofSeconds(15);

    /// How log records of no run read: as all that the command has to say, without date and class.
    private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

    private Main() {}

    /// Carries out a command line and ends the process with its exit code.
    public static void main(String[] words) {
        if (System.getProperty(LOG_FORMAT) == null) {
            System.setProperty(LOG_FORMAT, "warning: %5$s%6$s%n");
        }
        CountDownLatch done = new CountDownLatch(1);
        Cancellation cancellation = new Cancellation();
        stopOnSignal(cancellation, done);
        Signals.handle();
        ExitCode code;
        try {
            code = carryOut(List.of(words), cancellation);
            System.out.flush();
            System.err.flush();
        } finally {
            done.countDown();
        }
        // While a signal ends the process, its exit code is the signal's, and an exit from here would wait for ever.
        if (code != ExitCode.INTERRUPTED) {
            System.exit(code.number());
        }
    }

    /// Carries out a command line of this process, in this process.
    static ExitCode carryOut(List<String> words, Cancellation cancellation) {
        Map<String, String> environment = System.getenv();
        String what = words.stream().findFirst().map("wadachi "::concat).orElse("wadachi");
        try (Waiting waiting = Waiting.on(Terminal.system(environment), what)) {
            Surroundings around = new Surroundings(
                    Stream.concat(Stream.of("wadachi"), words.stream()).toList(),
                    Path.of(""),
                    environment,
                    Path.of(System.getProperty("wadachi.home", "")),
                    waiting.terminal(),
                    LocalDate.now(ZoneOffset.UTC),
                    cancellation,
                    Dialog.system(waiting::close));
            return Cli.run(words, around);
        }
    }

    /// Ctrl-C cancels the command, and leaves it time to stop its tasks and say how to go on.
    private static void stopOnSignal(Cancellation cancellation, CountDownLatch done) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (done.getCount() > 0) {
                cancellation.cancel();
                await(done);
            }
        }));
    }

    private static void await(CountDownLatch done) {
        try {
            if (!done.await(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("stopped, although a task did not answer; what had ended is kept");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
