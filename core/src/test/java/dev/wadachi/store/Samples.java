package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Fingerprint;
import dev.wadachi.digest.Key;
import dev.wadachi.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Records of all kinds, for tests that do not care what is in them.
final class Samples {

    private Samples() {}

    static Key key(String task) {
        return new Key(task, Digest.of("key of " + task));
    }

    static Fingerprint fingerprint(String code) {
        return Fingerprint.of(Map.of("scheme", "1", "code", code));
    }

    /// A trace without upstreams.
    static Trace trace(Key key, Fingerprint fingerprint, Output output) {
        return new Trace(
                key,
                fingerprint,
                "text",
                output,
                new Inputs("example." + key.task(), new TreeMap<>(), new TreeMap<>(), List.of()),
                origin(),
                new Cost(0.5, 0.25, 1 << 20, 0),
                Evidence.none(),
                Notes.none());
    }

    /// A trace whose output is these bytes, which are not stored.
    static Trace trace(String task, String code, String output) {
        return trace(key(task), fingerprint(code), whole(output));
    }

    /// A trace that was computed from the output of another.
    static Trace downstream(String task, String component, Trace upstream) {
        Fingerprint fingerprint = Fingerprint.of(Map.of(
                "code",
                task,
                "upstream." + component,
                upstream.output().digest().hex()));
        Trace trace = trace(key(task), fingerprint, whole("output of " + task));
        return new Trace(
                trace.key(),
                fingerprint,
                trace.codec(),
                trace.output(),
                new Inputs(
                        "example." + task,
                        new TreeMap<>(),
                        new TreeMap<>(Map.of(component, upstream.key())),
                        List.of()),
                trace.origin(),
                trace.cost(),
                trace.evidence(),
                trace.notes());
    }

    static Output.Whole whole(String content) {
        return new Output.Whole(Digest.of(content), content.length());
    }

    static Origin origin() {
        return new Origin(
                new RunId("20261104-093012345-7f3a"),
                "demand",
                Instant.parse("2026-11-04T09:30:12.345Z"),
                "host",
                "user");
    }

    static RunStart runStart(String pipeline) {
        return new RunStart(
                "",
                pipeline,
                List.of("evaluate"),
                new TreeMap<>(Map.of("week", "2021-08-02")),
                List.of("wadachi", "run", pipeline, "evaluate"),
                "user",
                new Commit("0123abc", "main", Digest.of("diff")),
                "25",
                "Linux amd64",
                new TreeMap<>(Map.of("a.jar", "12ab")),
                0,
                JsonObject.EMPTY);
    }
}
