package dev.wadachi.engine.worker;

import dev.wadachi.json.Json;
import dev.wadachi.json.Layout;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The connection between a run and one of its workers: a line of JSON for each message.
///
/// Any thread may send; one thread receives. It ends when either process does, however that dies.
public final class Wire implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    /// Speaks over a connected socket, which it closes in the end.
    public Wire(Socket socket) throws IOException {
        this.socket = socket;
        // A message is a line that somebody waits for.
        socket.setTcpNoDelay(true);
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.out = socket.getOutputStream();
    }

    /// Sends a message.
    ///
    /// @throws IOException if the other process is gone
    public void send(Message message) throws IOException {
        byte[] json = message.json().bytes(Layout.COMPACT);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        synchronized (out) {
            out.write(line);
            out.flush();
        }
    }

    /// The next message; empty when the other process has ended.
    public Optional<Message> receive() {
        try {
            String line = in.readLine();
            return line == null
                    ? Optional.empty()
                    : Optional.of(Message.of(Json.parse(line).asObject()));
        } catch (IOException broken) {
            // A process that is killed may reset the connection instead of closing it.
            return Optional.empty();
        }
    }

    /// Waits for no more messages: whoever receives finds the end, and what was sent still arrives.
    void hangUp() {
        try {
            socket.shutdownInput();
        } catch (IOException e) {
            // It has ended by itself.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
