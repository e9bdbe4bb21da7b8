package dev.wadachi.cli.progress;

import dev.wadachi.engine.Pulse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/// A line for a command that has said nothing for a second: that it is at work, and for how long. The first thing that
/// the command says takes its place, and from then on the command speaks for itself.
///
/// Only on a terminal: a file would keep what nobody waits for. Thread-safe.
public final class Waiting implements AutoCloseable {

    private static final String ERASED = "\r\033[K";

    private final Terminal terminal;
    private final String what;
    private final long began = System.nanoTime();
    private final Optional<Pulse> pulse;
    private boolean over;
    private boolean shown;

    private Waiting(Terminal terminal, String what) {
        this.terminal = terminal;
        this.what = what;
        this.pulse = terminal.form() == Terminal.Form.LIVE ? Optional.of(Pulse.of(this::show)) : Optional.empty();
    }

    /// Begins to wait.
    ///
    /// @param what is at work, such as `wadachi gc`
    public static Waiting on(Terminal terminal, String what) {
        return new Waiting(terminal, what);
    }

    /// The terminal to print to meanwhile.
    public Terminal terminal() {
        return pulse.isPresent()
                ? new Terminal(watched(terminal.out()), watched(terminal.err()), terminal.form(), terminal.width())
                : terminal;
    }

    private PrintStream watched(PrintStream stream) {
        return new PrintStream(new Watched(stream), true, stream.charset());
    }

    /// What is printed ends the waiting before it gets through.
    private final class Watched extends FilterOutputStream {

        Watched(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(int b) throws IOException {
            Waiting.this.close();
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            Waiting.this.close();
            out.write(bytes, from, length);
        }
    }

    private synchronized void show() {
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        if (!over && seconds > 0) {
            shown = true;
            terminal.err().print(ERASED + terminal.faint(what + " …  " + seconds + " s"));
            terminal.err().flush();
        }
    }

    /// Ends the waiting; nothing of it stays.
    @Override
    public synchronized void close() {
        if (!over) {
            over = true;
            pulse.ifPresent(Pulse::close);
            if (shown) {
                terminal.err().print(ERASED);
                terminal.err().flush();
            }
        }
    }
}
