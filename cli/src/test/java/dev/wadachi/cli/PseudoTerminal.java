package dev.wadachi.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program on a pseudo-terminal, into which a test types.
final class PseudoTerminal implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final Process process;
    private final Writer keys;
    private final StringBuilder screen = new StringBuilder();
    private int seen;

    private PseudoTerminal(Process process) {
        this.process = process;
        this.keys = process.outputWriter(StandardCharsets.UTF_8);
    }

    /// Starts a command of a shell's.
    static PseudoTerminal start(String command, Path folder, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("script", "-q", "-f", "-e", "-c", command, "/dev/null");
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        return new PseudoTerminal(
                builder.directory(folder.toFile()).redirectErrorStream(true).start());
    }

    void type(String text) throws IOException {
        keys.write(text);
        keys.flush();
    }

    /// All that was shown, once a text has come since the last that was waited for.
    String until(String shown) throws IOException, InterruptedException {
        long start = System.nanoTime();
        InputStream out = process.getInputStream();
        byte[] bytes = new byte[8192];
        while (screen.indexOf(shown, seen) < 0) {
            if (System.nanoTime() - start > PATIENCE || !process.isAlive() && out.available() == 0) {
                throw new AssertionError("there was no " + shown + " in:\n" + screen);
            }
            if (out.available() > 0) {
                screen.append(new String(bytes, 0, out.read(bytes), StandardCharsets.UTF_8));
            } else {
                process.waitFor(10, TimeUnit.MILLISECONDS);
            }
        }
        seen = screen.indexOf(shown, seen) + shown.length();
        return screen.toString();
    }

    /// The code that the command ended with.
    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
