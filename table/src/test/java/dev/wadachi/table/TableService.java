package dev.wadachi.table;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;

/// A web service of the tests that takes JSON lines, each batch once for each key, and can be told to refuse some.
final class TableService implements AutoCloseable {

    /// A request to take a batch, as it came.
    record Batch(String key, String authorization, String type, String lines) {}

    /// What is answered in place of taking a batch.
    record Refusal(int status, String text) {}

    private final HttpServer server;
    private final List<Batch> batches = new ArrayList<>();
    private final TreeMap<String, String> taken = new TreeMap<>();
    private final List<String> rows = new ArrayList<>();
    private final Queue<Refusal> refusals = new ArrayDeque<>();
    private int version;

    private TableService(HttpServer server) {
        this.server = server;
    }

    static TableService start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TableService service = new TableService(server);
        server.createContext("/bulk", exchange -> service.answer(exchange, service.take(exchange)));
        server.createContext("/version", exchange -> service.answer(exchange, service.version()));
        server.start();
        return service;
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /// Refuses the next batches so, one each; an empty one is taken.
    synchronized void refuse(Refusal... next) {
        refusals.addAll(List.of(next));
    }

    synchronized List<Batch> batches() {
        return List.copyOf(batches);
    }

    synchronized List<String> rows() {
        return List.copyOf(rows);
    }

    /// Somebody empties it.
    synchronized void empty() {
        rows.clear();
        version++;
    }

    private synchronized Refusal version() {
        return version == 0 ? new Refusal(404, "") : new Refusal(200, "version " + version);
    }

    private synchronized Refusal take(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            return new Refusal(405, "");
        }
        var headers = exchange.getRequestHeaders();
        Batch batch = new Batch(
                headers.getFirst("Idempotency-Key"),
                Optional.ofNullable(headers.getFirst("Authorization")).orElse(""),
                headers.getFirst("Content-Type"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        batches.add(batch);
        Refusal refusal = Optional.ofNullable(refusals.poll()).orElse(new Refusal(200, ""));
        if (refusal.status() == 200 && taken.putIfAbsent(batch.key(), batch.lines()) == null) {
            batch.lines().lines().forEach(rows::add);
            version++;
        }
        return refusal;
    }

    private void answer(HttpExchange exchange, Refusal answer) throws IOException {
        try (exchange) {
            if (answer.status() == 0) {
                return;
            }
            byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
            if (answer.status() == 429) {
                exchange.getResponseHeaders().add("Retry-After", "0");
            }
            exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
