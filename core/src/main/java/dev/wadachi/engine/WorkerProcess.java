package dev.wadachi.engine;

import dev.wadachi.engine.worker.Message;
import dev.wadachi.engine.worker.Wire;
import dev.wadachi.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One worker, as the run sees it: started, heard, told to stop, and gone when this is closed.
///
/// The worker comes to a port of this host that is open only until then, and proves by a secret that it is the one
/// that was started: it got it on its standard input, where nobody else reads.
final class WorkerProcess implements AutoCloseable {

    private static final int LOOK_AGAIN_MILLIS = 100;
    private static final int GREETING_MILLIS = 1_000;
    private static final Duration TO_END = Duration.ofSeconds(5);

    private final Process process;
    private final Wire wire;
    private final Thread output;
    private final BlockingQueue<Optional<Message>> heard = new LinkedBlockingQueue<>();

    private WorkerProcess(Process process, Wire wire, Thread output) {
        this.process = process;
        this.wire = wire;
        this.output = output;
    }

    /// Starts a worker and waits until it is there.
    ///
    /// @param command its words
    /// @param environment variables besides those of this process
    /// @param log takes what it prints
    /// @param aside takes what needs no answer, at once and on a thread of its own
    /// @throws WorkerDied if it ended before
    static WorkerProcess start(
            List<String> command, Map<String, String> environment, BodyLog log, Consumer<Message> aside)
            throws IOException, InterruptedException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().keySet().removeAll(WorkerCommand.VARIABLES);
            builder.environment().putAll(environment);
            Process process = builder.start();
            // What a listener prints on these threads is not the body's: they do not inherit whose words they speak.
            Thread output = Thread.ofPlatform()
                    .daemon(true)
                    .inheritInheritableThreadLocals(false)
                    .name("wadachi-output-" + process.pid())
                    .start(() -> copy(process.getInputStream(), log));
            try {
                String secret = secret();
                greet(process, door.getLocalPort(), secret);
                WorkerProcess worker = new WorkerProcess(process, await(process, door, secret, output), output);
                Thread.ofPlatform()
                        .daemon(true)
                        .inheritInheritableThreadLocals(false)
                        .name("wadachi-worker-" + process.pid())
                        .start(() -> worker.listen(aside));
                return worker;
            } catch (IOException | InterruptedException | RuntimeException failed) {
                process.destroyForcibly();
                throw failed;
            }
        }
    }

    private static String secret() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void greet(Process process, int port, String secret) {
        String line = JsonObject.builder()
                        .put("port", port)
                        .put("secret", secret)
                        .build()
                        .compact() + "\n";
        try (var in = process.getOutputStream()) {
            in.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            // It ended at once, as with flags that its JVM refuses: whoever waits for it is told.
            return;
        }
    }

    private static Wire await(Process process, ServerSocket door, String secret, Thread output)
            throws IOException, InterruptedException {
        door.setSoTimeout(LOOK_AGAIN_MILLIS);
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException("told to stop before its JVM was there");
            }
            try {
                Socket caller = door.accept();
                Wire wire = new Wire(caller);
                caller.setSoTimeout(GREETING_MILLIS);
                if (wire.receive().orElse(null) instanceof Message.Hello(String said) && said.equals(secret)) {
                    caller.setSoTimeout(0);
                    return wire;
                }
                wire.close();
            } catch (SocketTimeoutException nobodyYet) {
                if (!process.isAlive()) {
                    output.join(TO_END);
                    throw new WorkerDied(process.exitValue());
                }
            }
        }
    }

    private static void copy(InputStream from, BodyLog log) {
        byte[] buffer = new byte[8192];
        try (from) {
            for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
                log.write(buffer, 0, length);
            }
        } catch (IOException closed) {
            // It was ended while it spoke.
            return;
        }
    }

    private void listen(Consumer<Message> aside) {
        for (Optional<Message> message = wire.receive(); message.isPresent(); message = wire.receive()) {
            switch (message.get()) {
                case Message.Measured _, Message.Progressed _, Message.Nested _ -> aside.accept(message.get());
                case Message.Ask _,
                        Message.Returned _,
                        Message.Threw _,
                        Message.Hello _,
                        Message.Begin _,
                        Message.Answered _,
                        Message.Stop _ -> heard.add(message);
            }
        }
        heard.add(Optional.empty());
    }

    /// Says something to the worker. One that is gone hears nothing; whoever waits for it is told.
    void send(Message message) {
        try {
            wire.send(message);
        } catch (IOException gone) {
            return;
        }
    }

    /// What it says next.
    ///
    /// @throws WorkerDied if it says nothing more
    Message next() throws InterruptedException {
        return heard.take().orElseThrow(this::died);
    }

    private WorkerDied died() {
        heard.add(Optional.empty());
        try {
            if (!process.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            output.join(TO_END);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new WorkerDied(process.isAlive() ? 0 : process.exitValue());
    }

    /// Waits until it has ended by itself and all that it printed is in the log.
    void awaitEnd() throws InterruptedException {
        if (!process.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        output.join(TO_END);
    }

    /// Interrupts its body, and ends it if that does not answer.
    ///
    /// @return whether it answered
    boolean stop(Duration patience) {
        send(new Message.Stop());
        try {
            boolean answered = process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (answered) {
                output.join(TO_END);
            }
            return answered;
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            wire.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the connection to a worker cannot be closed", e);
        }
    }
}
