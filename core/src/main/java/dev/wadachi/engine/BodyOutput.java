package dev.wadachi.engine;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Routes what bodies print and log to their own [BodyLog].
///
/// Standard output and error are replaced by streams that ask which body the writing thread belongs to (threads
/// that a body starts belong to it), and a handler on java.util.logging's root logger does the same; System.Logger
/// and SLF4J arrive by one of these ways. Whatever no body writes passes through untouched. Installed while at
/// least one run is under way.
final class BodyOutput {

    private static final InheritableThreadLocal<@Nullable BodyLog> SPEAKER = new InheritableThreadLocal<>();

    private static int runs;
    private static @Nullable Routes routes;

    private record Routes(
            PrintStream out,
            PrintStream err,
            PrintStream routedOut,
            PrintStream routedErr,
            Handler handler,
            List<Quieted> consoles) {}

    /// A handler that prints to the console: not what bodies log, which their own logs keep and listeners show.
    private record Quieted(Handler console, @Nullable Filter own) {

        static List<Quieted> all(Logger root) {
            return Stream.of(root.getHandlers())
                    .filter(ConsoleHandler.class::isInstance)
                    .map(console -> new Quieted(console, console.getFilter()))
                    .toList();
        }

        void begin() {
            console.setFilter(entry -> speaker() == null && (own == null || own.isLoggable(entry)));
        }

        void end() {
            console.setFilter(own);
        }
    }

    private BodyOutput() {}

    /// Everything that this thread, and threads that it starts, say from now on belongs to this log.
    static void speaking(@Nullable BodyLog log) {
        if (log == null) {
            SPEAKER.remove();
        } else {
            SPEAKER.set(log);
        }
    }

    /// The log that this thread's words belong to; null if no body is at work here.
    private static @Nullable BodyLog speaker() {
        BodyLog log = SPEAKER.get();
        return log == null || log.hasEnded() ? null : log;
    }

    /// A run begins: output is routed until [#runEnded()].
    static synchronized void runStarted() {
        if (runs++ == 0) {
            // Before the streams are replaced: a console handler, made when it is asked for, keeps the one it finds.
            List<Quieted> consoles = Quieted.all(Logger.getLogger(""));
            consoles.forEach(Quieted::begin);
            PrintStream out = System.out;
            PrintStream err = System.err;
            Routes now = new Routes(out, err, routed(out), routed(err), new LogHandler(), consoles);
            System.setOut(now.routedOut());
            System.setErr(now.routedErr());
            Logger.getLogger("").addHandler(now.handler());
            routes = now;
        }
    }

    /// A run ended. The streams that were there come back, unless somebody else replaced ours meanwhile.
    static synchronized void runEnded() {
        Routes was = routes;
        if (--runs > 0 || was == null) {
            return;
        }
        if (System.out == was.routedOut()) {
            System.setOut(was.out());
        }
        if (System.err == was.routedErr()) {
            System.setErr(was.err());
        }
        Logger.getLogger("").removeHandler(was.handler());
        was.consoles().forEach(Quieted::end);
        routes = null;
    }

    private static PrintStream routed(PrintStream original) {
        return new PrintStream(new RoutedStream(original), true, StandardCharsets.UTF_8);
    }

    private static final class RoutedStream extends OutputStream {

        private final PrintStream original;

        RoutedStream(PrintStream original) {
            this.original = original;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            BodyLog speaker = speaker();
            if (speaker == null) {
                original.write(bytes, from, length);
            } else {
                speaker.write(bytes, from, length);
            }
        }

        @Override
        public void flush() {
            if (speaker() == null) {
                original.flush();
            }
        }
    }

    private static final class LogHandler extends Handler {

        private final Formatter format = new SimpleFormatter();

        @Override
        public void publish(LogRecord entry) {
            BodyLog speaker = speaker();
            if (speaker != null && isLoggable(entry)) {
                String thrown = entry.getThrown() == null ? "" : "\n" + StackText.of(entry.getThrown());
                speaker.lines(
                        entry.getLevel() + " " + entry.getLoggerName() + ": " + format.formatMessage(entry) + thrown);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
