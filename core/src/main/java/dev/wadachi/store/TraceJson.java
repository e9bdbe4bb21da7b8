package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Fingerprint;
import dev.wadachi.digest.Key;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonWriter;
import dev.wadachi.json.Layout;
import dev.wadachi.task.PublishedName;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A [Trace] as JSON for people, and back. Unknown members are left alone, so that an older reader gets along.
final class TraceJson {

    private TraceJson() {}

    static byte[] write(Trace trace) {
        JsonWriter json = JsonWriter.of(Layout.PRETTY).beginObject();
        json.name("task").value(trace.key().task());
        json.name("key").value(trace.key().digest().hex());
        json.name("fingerprint").value(trace.fingerprint().total().hex());
        writeTexts(json.name("entries"), trace.fingerprint().entries());
        json.name("codec").value(trace.codec());
        Manifest.write(json.name("output"), trace.output());
        writeInputs(json, trace.inputs());
        writeOrigin(json, trace.origin());
        writeCost(json.name("cost"), trace.cost());
        writeEvidence(json, trace.evidence());
        writeNotes(json, trace.notes());
        return SealedJson.seal(json.endObject());
    }

    private static void writeInputs(JsonWriter json, Inputs inputs) {
        json.name("class").value(inputs.taskClass());
        writeTexts(json.name("parameters"), inputs.parameters());
        json.name("upstreams").beginObject();
        inputs.upstreams().forEach((component, key) -> json.name(component).value(keyText(key)));
        json.endObject();
        if (!inputs.loads().isEmpty()) {
            json.name("loads").beginArray();
            inputs.loads().forEach(load -> writeLoad(json, load));
            json.endArray();
        }
    }

    private static void writeLoad(JsonWriter json, Load load) {
        json.beginObject();
        switch (load) {
            case Load.Value value -> {
                json.name("key").value(keyText(value.key()));
                value.partName().ifPresent(part -> json.name("part").value(part));
                json.name("digest").value(value.digest().hex()).name("recipe").value(value.recipe());
            }
            case Load.Seed(long seed) -> json.name("seed").value(seed);
            case Load.Offer(PublishedName name, int version, TraceId result, SortedSet<String> needs) -> {
                json.name("published").value(name.toString()).name("version").value(version);
                json.name("result").value(result.text());
                if (!needs.isEmpty()) {
                    json.name("needs").value(JsonArray.ofTexts(needs));
                }
            }
        }
        json.endObject();
    }

    private static void writeOrigin(JsonWriter json, Origin origin) {
        json.name("run").value(origin.run().text());
        if (!origin.project().isEmpty()) {
            json.name("project").value(origin.project());
        }
        json.name("started").value(origin.started().toString());
        json.name("host").value(origin.host());
        json.name("user").value(origin.user());
    }

    private static void writeCost(JsonWriter json, Cost cost) {
        json.beginObject()
                .name("wallSeconds")
                .value(cost.wallSeconds())
                .name("cpuSeconds")
                .value(cost.cpuSeconds());
        json.name("peakBytes")
                .value(cost.peakBytes())
                .name("others")
                .value(cost.others())
                .endObject();
    }

    private static void writeEvidence(JsonWriter json, Evidence evidence) {
        writeDigest(json, "environment", evidence.environment());
        writeDigest(json, "log", evidence.log());
        writeDigest(json, "code", evidence.code());
    }

    private static void writeDigest(JsonWriter json, String name, @Nullable Digest digest) {
        if (digest != null) {
            json.name(name).value(digest.hex());
        }
    }

    private static void writeNotes(JsonWriter json, Notes notes) {
        if (!notes.metrics().isEmpty()) {
            json.name("metrics")
                    .value(new JsonArray(
                            notes.metrics().stream().<Json>map(RecordJson::of).toList()));
        }
        if (!notes.marks().isEmpty()) {
            json.name("marks")
                    .value(new JsonArray(
                            notes.marks().stream().<Json>map(RecordJson::of).toList()));
        }
        if (!notes.warnings().isEmpty()) {
            json.name("warnings").value(JsonArray.ofTexts(notes.warnings()));
        }
        notes.valueProfile().ifPresent(profile -> json.name("profile").value(profile));
    }

    private static void writeTexts(JsonWriter json, SortedMap<String, String> texts) {
        json.beginObject();
        texts.forEach((name, text) -> json.name(name).value(text));
        json.endObject();
    }

    /// @throws dev.wadachi.json.JsonException or IllegalArgumentException if this is no trace
    static Trace read(JsonObject json) {
        return new Trace(
                new Key(json.text("task"), Digest.parse(json.text("key"))),
                new Fingerprint(texts(json.object("entries")), Digest.parse(json.text("fingerprint"))),
                json.text("codec"),
                Manifest.read(json.object("output")),
                readInputs(json),
                new Origin(
                        new RunId(json.text("run")),
                        json.findText("project").orElse(""),
                        Instants.parse(json.text("started")),
                        json.text("host"),
                        json.text("user")),
                readCost(json.object("cost")),
                new Evidence(digest(json, "environment"), digest(json, "log"), digest(json, "code")),
                readNotes(json));
    }

    private static Inputs readInputs(JsonObject json) {
        var upstreams = new TreeMap<String, Key>();
        json.object("upstreams").members().forEach((component, key) -> upstreams.put(component, key(key.asText())));
        List<Load> loads = list(json, "loads", load -> readLoad(load.asObject()));
        return new Inputs(json.text("class"), texts(json.object("parameters")), upstreams, loads);
    }

    private static Load readLoad(JsonObject json) {
        if (json.has("seed")) {
            return new Load.Seed(json.number("seed"));
        }
        if (json.has("published")) {
            return new Load.Offer(
                    PublishedName.parse(json.text("published")),
                    (int) json.number("version"),
                    TraceId.parse(json.text("result")),
                    new TreeSet<>(
                            json.findArray("needs").orElse(JsonArray.EMPTY).texts()));
        }
        return new Load.Value(
                key(json.text("key")),
                json.findText("part").orElse(null),
                Digest.parse(json.text("digest")),
                json.get("recipe"));
    }

    private static Cost readCost(JsonObject json) {
        return new Cost(json.decimal("wallSeconds"), json.decimal("cpuSeconds"), json.number("peakBytes"), (int)
                json.number("others"));
    }

    private static Notes readNotes(JsonObject json) {
        return new Notes(
                list(json, "metrics", RecordJson::metric),
                list(json, "marks", RecordJson::mark),
                list(json, "warnings", Json::asText),
                json.find("profile").orElse(null));
    }

    /// The elements of a member that most traces do not have.
    private static <T> List<T> list(JsonObject json, String name, Function<Json, T> read) {
        return json.has(name) ? json.array(name).elements().stream().map(read).toList() : List.of();
    }

    private static @Nullable Digest digest(JsonObject json, String name) {
        Optional<String> hex = json.findText(name);
        return hex.isEmpty() ? null : Digest.parse(hex.get());
    }

    private static SortedMap<String, String> texts(JsonObject json) {
        var texts = new TreeMap<String, String>();
        json.members().forEach((name, text) -> texts.put(name, text.asText()));
        return Collections.unmodifiableSortedMap(texts);
    }

    static String keyText(Key key) {
        return key.task() + "/" + key.digest().hex();
    }

    static Key key(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("a key is written <task>/<digest>, but this is '" + text + "'");
        }
        return new Key(text.substring(0, slash), Digest.parse(text.substring(slash + 1)));
    }
}
