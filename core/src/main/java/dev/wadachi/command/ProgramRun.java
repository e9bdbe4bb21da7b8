package dev.wadachi.command;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// One program, from its start to its end.
///
/// What it says goes into a file that is read while it grows: it never waits for a reader, whatever it leaves running
/// keeps nobody waiting, and no second thread is needed. Whoever is interrupted here ends the program with all that it
/// started; so does the end of this process.
final class ProgramRun {

    private static final long SHORTEST_PAUSE_MILLIS = 1;
    private static final long LONGEST_PAUSE_MILLIS = 50;

    private static final long AT_ONCE = 1 << 20;

    /// What is said goes to the disk first: a program that never stops must not fill it.
    private static final long MOST = 1 << 30;

    private final ProcessBuilder builder;
    private final Path log;
    private final Said said;
    private final Optional<Duration> limit;
    private final byte[] buffer = new byte[1 << 16];
    private long heard;

    /// @param builder what to start; where its words go is said here
    /// @param log a file for what it says
    /// @param limit how long it may take
    ProgramRun(ProcessBuilder builder, Path log, Said said, Optional<Duration> limit) {
        this.builder = builder;
        this.log = log;
        this.said = said;
        this.limit = limit;
    }

    /// Runs it to its end.
    ///
    /// @return its exit code; empty if it was ended because its time was over
    /// @throws IOException if it cannot be started
    /// @throws InterruptedException if this thread was interrupted; the program is gone then
    Optional<Integer> run() throws IOException, InterruptedException {
        Files.createFile(log);
        // Appended: of two writers of one file, none writes over the other.
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        if (builder.redirectOutput().type() == ProcessBuilder.Redirect.Type.PIPE) {
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        }
        Process process = builder.start();
        ProcessTree tree = new ProcessTree(process.toHandle());
        Thread ending = new Thread(tree::end);
        Runtime.getRuntime().addShutdownHook(ending);
        // A channel would be closed by an interrupt.
        try (InputStream words = new FileInputStream(log.toFile())) {
            process.getOutputStream().close();
            boolean ended = listen(process, words);
            if (!ended) {
                tree.end();
            }
            hear(words, Files.size(log) - heard);
            said.end();
            return ended ? Optional.of(process.exitValue()) : Optional.empty();
        } finally {
            if (process.isAlive()) {
                tree.end();
            }
            forget(ending);
        }
    }

    /// Listens until it ends.
    ///
    /// @return whether it did; else its time is over
    private boolean listen(Process process, InputStream words) throws IOException, InterruptedException {
        long started = System.nanoTime();
        long pause = SHORTEST_PAUSE_MILLIS;
        while (process.isAlive()) {
            if (limit.isPresent() && System.nanoTime() - started > limit.get().toNanos()) {
                return false;
            }
            pause = hear(words, AT_ONCE) ? SHORTEST_PAUSE_MILLIS : Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            if (heard > MOST) {
                throw new IOException("it said more than " + (MOST >> 20)
                        + " MB; let it write into a file, or name one with standardOutput(…)");
            }
            Thread.sleep(pause);
        }
        return true;
    }

    /// Hears what was said since.
    ///
    /// @param most as many bytes at least are heard if they are there, and not many more: it may never be silent
    /// @return whether anything was said
    private boolean hear(InputStream words, long most) throws IOException {
        long before = heard;
        int read = 0;
        while (heard - before < most && (read = words.read(buffer)) > 0) {
            said.hear(buffer, read);
            heard += read;
        }
        return heard > before;
    }

    private static void forget(Thread ending) {
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException alreadyEnding) {
            // This process ends; the hook does what it is there for.
        }
    }
}
