package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Fingerprint;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import dev.wadachi.task.Encoded;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes the small store that is kept for the current format. Run it once when a format is released, and never again
/// for that format: what old programs wrote must be read, not what new ones would write.
final class StoreOfThisFormat {

    /// With a total of its own, so that how totals are computed may change without a new format.
    static final Fingerprint FINGERPRINT = new Fingerprint(
            new TreeMap<>(Map.of("scheme", "1", "task", "Train", "code", "old")), Digest.of("fingerprint of Train"));

    private static final Instant NOW = Instant.parse("2026-11-04T09:30:12.345Z");
    private static final TreeMap<String, Encoded> PARTS = new TreeMap<>(Map.of(
            "name", new Encoded.Bytes("\"ridge\"".getBytes(StandardCharsets.UTF_8)),
            "weights", new Encoded.Bytes("1 2 3".getBytes(StandardCharsets.UTF_8))));

    private StoreOfThisFormat() {}

    /// @param arguments the folder to write
    public static void main(String[] arguments) {
        var options = StoreOptions.standard().withClock(Clock.fixed(NOW, ZoneOffset.UTC));
        try (Store store = Store.open(Path.of(arguments[0]), options)) {
            store.blobs().put(new Encoded.Parts(PARTS));
            store.traces().append(trace(), 0);
            store.accepts().accept(new Accept("Train", "code", "old", "new", "a comment", "user", NOW));
            store.revoke(new Revocation.Target.Bytes(Digest.of("wrong")), "a shifted column", "user");
            var id = new Recorded(1, trace()).id();
            store.pins().pin(new Pin(new Pin.Target.Result(id), "paper", "user", NOW));
            RunLog log = store.runs().begin(Samples.runStart("Demand"));
            log.append(new TaskOutcome(trace().key(), Outcome.RAN, id, "never run before", 1.5, 1.25, 12));
            log.publish(JsonObject.builder()
                    .put("event", "metric")
                    .put("name", "mae")
                    .put("value", 1.5)
                    .build());
            log.finish(RunEnd.of(RunState.SUCCEEDED, Map.of(Outcome.RAN, 1)));
        }
    }

    static Trace trace() {
        var parts = new TreeMap<String, Output>();
        parts.put("name", Samples.whole("\"ridge\""));
        parts.put("weights", Samples.whole("1 2 3"));
        return new Trace(
                Samples.key("Train"),
                FINGERPRINT,
                "record",
                new Output.Parts(Digest.of(Manifest.bytes(parts)), 12, parts),
                new Inputs(
                        "example.Train",
                        new TreeMap<>(Map.of("rate", "0.1")),
                        new TreeMap<>(Map.of("features", Samples.key("Features"))),
                        List.of(
                                new Load.Value(Samples.key("Features"), "train", Digest.of("rows"), Json.of("recipe")),
                                new Load.Seed(7))),
                new Origin(new RunId("20261104-093012345-7f3a"), "", NOW, "host", "user"),
                new Cost(1.5, 1.25, 1 << 20, 1),
                new Evidence(Digest.of("environment"), Digest.of("log"), Digest.of("code")),
                new Notes(
                        List.of(Metric.of("mae", 1.5), new Metric("loss", Double.POSITIVE_INFINITY, 3L)),
                        List.of(new Mark(Mark.Kind.ACCEPTED, "a comment")),
                        List.of("reads the clock"),
                        JsonObject.builder().put("rows", 3).build()));
    }
}
