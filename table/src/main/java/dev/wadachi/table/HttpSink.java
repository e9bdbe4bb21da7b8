package dev.wadachi.table;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Hasher;
import dev.wadachi.task.Context;
import dev.wadachi.task.External;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Sink;
import dev.wadachi.task.Stamp;
import dev.wadachi.task.Task;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Sends a table to a web service, in batches of JSON lines by POST.
///
/// The service is a resource, so that its address and its secrets enter no key, trace or log:
///
/// ```toml
/// [resources.search]
/// url = "https://search.example.com/forecasts/bulk"
/// authorization = "Bearer ${SEARCH_TOKEN}"                        # if need be
/// version = "https://search.example.com/forecasts/version"        # if there is one
/// empty = "404"                                                   # if the version is not there before any rows are
/// ```
///
/// Each batch carries an `Idempotency-Key`, which is the same while the same rows are on their way to the same service,
/// through failures and kills, and another once they have arrived ([Context#occasion()]): a service that heeds it takes
/// a batch once, however often it is sent, and takes it again when it is meant to.
///
/// A batch is sent again, after growing pauses, while the service gives no answer or says 429, 500, 502, 503 or 504.
/// Any other refusal fails the task with the service's words. A service takes no batches back: what had arrived stays,
/// and the next run sends all of them again.
///
/// Whether the service still holds what it was left with, it is asked at `version`: its ETag, or else its text, tells.
/// Without `version` its own address is asked for an ETag; if there is none, rows count as sent until other rows are
/// sent there. What others than the sinks of this store do to the service is then not seen.
///
/// @param rows what to send
/// @param service the name of a resource
/// @param batch the most rows in a request, at least 1
public record HttpSink(Task<Table> rows, String service, int batch) implements Sink {

    private static final int USUAL = 1_000;
    private static final String SENT = "sent ";

    /// Refuses empty batches.
    public HttpSink {
        if (batch < 1) {
            throw new IllegalArgumentException("a batch has at least 1 row, but was to have " + batch);
        }
    }

    /// Batches of 1,000 rows.
    public static HttpSink sending(Task<Table> rows, String service) {
        return new HttpSink(rows, service, USUAL);
    }

    @Override
    public String target(Resources from) {
        return HttpService.target(service, from);
    }

    @Override
    public Stamp stamp(External left, Resources from) throws IOException {
        if (left.stamp().text().startsWith(SENT)) {
            return left.stamp();
        }
        try (HttpService web = HttpService.of(service, from)) {
            return web.state().orElse(Stamp.of("says nothing of its state any more"));
        }
    }

    @Override
    public External run(Context in) throws IOException {
        Path lines = in.scratch().resolve("rows.jsonl");
        in.load(rows).toJsonLines(lines);
        Digest digest = Digest.ofFile(lines);
        try (HttpService web = HttpService.of(service, in)) {
            web.requireVersion();
            send(
                    in,
                    lines,
                    web,
                    Hasher.create().digest(in.occasion()).digest(digest).finish());
            Optional<Stamp> after = web.state();
            return new External(web.place(), after.orElse(Stamp.of(SENT + digest.hex())));
        }
    }

    private void send(Context in, Path lines, HttpService web, Digest occasion) throws IOException {
        long number = 0;
        long sent = 0;
        try (BufferedReader reader = Files.newBufferedReader(lines)) {
            StringBuilder body = new StringBuilder();
            int held = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                body.append(line).append('\n');
                if (++held == batch) {
                    web.post(body.toString(), key(occasion, ++number), number);
                    sent += held;
                    body.setLength(0);
                    held = 0;
                }
            }
            if (held > 0) {
                web.post(body.toString(), key(occasion, ++number), number);
                sent += held;
            }
        }
        in.log(Preview.grouped(sent) + " rows sent in " + Preview.grouped(number)
                + (number == 1 ? " batch" : " batches"));
    }

    private static String key(Digest occasion, long number) {
        return Hasher.create().digest(occasion).number(number).finish().hex();
    }
}
