package dev.wadachi.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A line to a server on which every request is seen, and some go wrong.
///
/// It passes bytes on as they are, so that signatures stay right, but for one header: each request gets a connection
/// of its own.
final class Line implements AutoCloseable {

    /// A request as it was seen.
    record Seen(String method, String target) {}

    /// What happens to a request.
    sealed interface Fate {
        /// It is answered.
        record Passed() implements Fate {}

        /// The server is never asked; the line says that it failed.
        record Failed(int status) implements Fate {}

        /// The connection is cut before the server is asked.
        record CutBefore() implements Fate {}

        /// The server does what it is asked, but the connection is cut in the middle of its answer.
        record CutAfter() implements Fate {}

        /// Nobody ever answers.
        record Silent() implements Fate {}

        /// The answer comes later.
        record Slow(Duration delay) implements Fate {}
    }

    static final Fate PASSED = new Fate.Passed();

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:\\s*(\\d+)\\s*$");
    private static final Pattern CONNECTION = Pattern.compile("(?im)^connection:.*\\r\\n");

    private final ServerSocket socket;
    private final int target;
    private final List<Seen> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile Function<Seen, Fate> fates = _ -> PASSED;
    private volatile boolean isClosed;

    private Line(int target) throws IOException {
        this.target = target;
        this.socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    }

    static Line to(int port) throws IOException {
        var line = new Line(port);
        Thread.ofVirtual().name("line").start(line::accept);
        return line;
    }

    /// Decides what happens to each request from now on; called by many threads.
    void decide(Function<Seen, Fate> decision) {
        fates = decision;
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /// What was asked since the last [#forget].
    List<Seen> requests() {
        return List.copyOf(requests);
    }

    long count(String method) {
        return requests.stream().filter(seen -> seen.method().equals(method)).count();
    }

    void forget() {
        requests.clear();
    }

    private void accept() {
        while (!isClosed) {
            try {
                Socket client = socket.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            String head = head(client.getInputStream());
            if (head == null) {
                return;
            }
            String[] words = head.split(" ", 3);
            var seen = new Seen(words[0], words[1]);
            requests.add(seen);
            byte[] body = client.getInputStream().readNBytes(length(head));
            carryOut(fates.apply(seen), head, body, client, server);
        } catch (IOException gone) {
            // One of the two hung up: the other finds out.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private static void carryOut(Fate fate, String head, byte[] body, Socket client, Socket server)
            throws IOException, InterruptedException {
        switch (fate) {
            case Fate.Passed _ -> pass(head, body, client, server);
            case Fate.Failed(int status) ->
                client.getOutputStream()
                        .write(("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
            case Fate.CutBefore _ -> client.setSoLinger(true, 0);
            case Fate.CutAfter _ -> {
                ask(head, body, server);
                byte[] answer = server.getInputStream().readAllBytes();
                client.getOutputStream().write(answer, 0, Math.min(20, answer.length));
            }
            case Fate.Silent _ -> client.getInputStream().read();
            case Fate.Slow(Duration delay) -> {
                Thread.sleep(delay);
                pass(head, body, client, server);
            }
        }
    }

    private static void pass(String head, byte[] body, Socket client, Socket server) throws IOException {
        ask(head, body, server);
        server.getInputStream().transferTo(client.getOutputStream());
    }

    private static void ask(String head, byte[] body, Socket server) throws IOException {
        String closing = CONNECTION.matcher(head).replaceAll("");
        closing = closing.substring(0, closing.length() - 2) + "Connection: close\r\n\r\n";
        OutputStream out = server.getOutputStream();
        out.write(closing.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    /// The request's first lines, or null if the client hung up.
    private static @Nullable String head(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0; read = in.read()) {
            bytes.write(read);
            if (read == '\n' && bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return bytes.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return null;
    }

    private static int length(String head) {
        Matcher length = LENGTH.matcher(head);
        return length.find() ? Integer.parseInt(length.group(1)) : 0;
    }

    @Override
    public void close() throws IOException {
        isClosed = true;
        socket.close();
        for (Socket client : open) {
            client.close();
        }
    }
}
