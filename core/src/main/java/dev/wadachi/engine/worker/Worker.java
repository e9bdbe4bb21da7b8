package dev.wadachi.engine.worker;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import dev.wadachi.parameter.TaskRoll;
import dev.wadachi.resource.ProjectResources;
import dev.wadachi.store.ScratchFolder;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.Task;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The process that runs one isolated body: started by a run, and gone with it.
///
/// What it needs to find the run (a port of this host, and a secret) comes on standard input, everything else over the
/// [Wire]. Standard output and error are the body's, native code's among it. The value is left in files of the run's
/// own scratch folder.
public final class Worker {

    /// The heap was used up so far that not even this could be told.
    public static final int OUT_OF_MEMORY = 83;

    /// The run is gone, and nobody wants what the body gives.
    static final int FORSAKEN = 84;

    private static final Duration LAST_WORD = Duration.ofMillis(100);

    private final Wire wire;
    private final Conversation run;
    private final PrintStream log;
    private final Thread body = Thread.currentThread();
    private volatile boolean told;

    private Worker(Wire wire, PrintStream log) {
        this.wire = wire;
        this.run = new Conversation(wire);
        this.log = log;
    }

    /// Serves the run that started this process, and ends it.
    public static void main(String[] arguments) throws IOException {
        Interrupts.leaveToTheRun();
        PrintStream log = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(log);
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        Wire wire = connected();
        System.setIn(InputStream.nullInputStream());
        if (wire.receive().orElse(null) instanceof Message.Begin(Assignment assignment)) {
            new Worker(wire, log).serve(assignment);
        }
        Runtime.getRuntime().halt(FORSAKEN);
    }

    private static Wire connected() throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            JsonObject run =
                    Json.parse(Optional.ofNullable(in.readLine()).orElse("")).asObject();
            // Without a look for the proxies of this process, which are for others than this host.
            Socket socket = new Socket(Proxy.NO_PROXY);
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Math.toIntExact(run.number("port"))));
            Wire wire = new Wire(socket);
            wire.send(new Message.Hello(run.text("secret")));
            return wire;
        }
    }

    private void serve(Assignment assignment) {
        assignment.surroundings().establish();
        body.setName("wadachi-body-1");
        Thread listener = Thread.ofPlatform().daemon(true).name("wadachi-wire").start(this::listen);
        try {
            run.tell(outcome(assignment));
        } catch (OutOfMemoryError usedUp) {
            // There may be no room for the words.
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        }
        System.out.flush();
        System.err.flush();
        log.flush();
        // Java waits 300 ms for threads that are in native code when it ends, such as one that waits for a message.
        told = true;
        wire.hangUp();
        Thread.interrupted();
        try {
            listener.join(LAST_WORD);
        } catch (InterruptedException stopped) {
            // The outcome is told: there is nothing left to stop.
        }
        System.exit(0);
    }

    private Message outcome(Assignment assignment) {
        try {
            Encoded value = value(assignment);
            return new Message.Returned(value, WorkerCost.soFar());
        } catch (Throwable thrown) {
            return new Message.Threw(Thrown.of(thrown), WorkerCost.soFar());
        }
    }

    private Encoded value(Assignment assignment) throws Exception {
        ClassLoader classes = Worker.class.getClassLoader();
        TaskRoll roll = new TaskRoll(classes);
        roll.receive(assignment.tasks());
        Task<?> task = roll.task(assignment.task());
        ScratchFolder scratch = new ScratchFolder(assignment.scratch());
        ProjectResources outside = Configured.resources(assignment, classes);
        Object value = task.run(new WorkerContext(assignment, roll, run, outside, scratch, log));
        if (value == null) {
            throw new NoValue();
        }
        return inFiles(encoded(WorkerContext.codec(task), value, scratch), scratch);
    }

    @SuppressWarnings("unchecked") // the codec was chosen for the type that the task declares
    private static Encoded encoded(Codec<?> codec, Object value, ScratchFolder scratch) throws IOException {
        return ((Codec<Object>) codec).encode(value, scratch);
    }

    private static Encoded inFiles(Encoded value, ScratchFolder scratch) throws IOException {
        return switch (value) {
            case Encoded.InFile(Path file) -> new Encoded.InFile(file.toAbsolutePath());
            case Encoded.Bytes(byte[] bytes) -> new Encoded.InFile(Files.write(scratch.newFile(), bytes));
            case Encoded.Parts(SortedMap<String, Encoded> parts) -> {
                SortedMap<String, Encoded> inFiles = new TreeMap<>();
                for (var part : parts.entrySet()) {
                    inFiles.put(part.getKey(), inFiles(part.getValue(), scratch));
                }
                yield new Encoded.Parts(inFiles);
            }
        };
    }

    /// Until the run is gone: a body that nobody waits for must not go on.
    private void listen() {
        try {
            for (var heard = wire.receive(); heard.isPresent(); heard = wire.receive()) {
                switch (heard.get()) {
                    case Message.Answered answer -> run.answered(answer);
                    case Message.Stop _ -> body.interrupt();
                    case Message.Begin _,
                            Message.Hello _,
                            Message.Ask _,
                            Message.Measured _,
                            Message.Progressed _,
                            Message.Nested _,
                            Message.Returned _,
                            Message.Threw _ -> throw new IllegalStateException("the run said " + heard.get());
                }
            }
            if (!told) {
                Runtime.getRuntime().halt(FORSAKEN);
            }
        } catch (OutOfMemoryError usedUp) {
            Runtime.getRuntime().halt(OUT_OF_MEMORY);
        }
    }
}
