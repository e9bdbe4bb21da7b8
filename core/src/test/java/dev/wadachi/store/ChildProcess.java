package dev.wadachi.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Another JVM with this one's class path, whose lines can be read and which can be killed.
public final class ChildProcess implements AutoCloseable {

    private static final String PARENT = "wadachi.test.parent";

    private final Process process;
    private final BufferedReader lines;

    private ChildProcess(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /// In a child: whether the process that started it still lives. One that is left alone must not go on for ever.
    public static boolean isWanted() {
        return ProcessHandle.of(Long.getLong(PARENT, 0))
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }

    /// In a child: waits until it is killed, or the process that started it has ended.
    static void stay() throws IOException {
        while (System.in.read() >= 0) {
            // Nobody writes; the end of the parent closes the pipe.
        }
    }

    /// Starts a class's `main` with a folder and more arguments.
    public static ChildProcess start(Class<?> main, Path folder, String... arguments) throws IOException {
        return startWithin(List.of(), main, folder, arguments);
    }

    /// The same by another command, which carries out the words that follow its own.
    public static ChildProcess startWithin(List<String> within, Class<?> main, Path folder, String... arguments)
            throws IOException {
        var command = new ArrayList<>(within);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-D" + PARENT + "=" + ProcessHandle.current().pid(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                folder.toString()));
        command.addAll(List.of(arguments));
        return new ChildProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /// Passes on what the child says until it ends, on a thread of its own.
    public void tell(Consumer<String> listener) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                lines.lines().forEach(listener);
            } catch (UncheckedIOException closed) {
                // The child was killed while it spoke.
            }
        });
    }

    /// Waits until the child ends by itself, and says how.
    public int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    /// Waits until the child says this line.
    public void awaitLine(String wanted) throws IOException {
        for (String line = lines.readLine(); !wanted.equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IOException("the child ended without saying '" + wanted + "'");
            }
        }
    }

    /// Reads what the child says until it ends.
    public List<String> awaitEnd() throws IOException, InterruptedException {
        List<String> said = lines.lines().toList();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("the child did not end well; it said " + said);
        }
        return said;
    }

    /// Ends the child as `kill -9` does, and waits until it is gone.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Its number.
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        lines.close();
    }
}
