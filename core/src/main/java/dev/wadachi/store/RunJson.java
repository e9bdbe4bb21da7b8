package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A [RunRecord] as JSON, and back: the first line of `events.jsonl` without an end, `run.json` with one.
final class RunJson {

    /// The first line's kind.
    static final String BEGIN = "begin";

    private RunJson() {}

    static JsonObject write(RunRecord run) {
        JsonObjectBuilder json = JsonObject.builder()
                .put("event", BEGIN)
                .put("id", run.id().text())
                .put("started", run.started().toString())
                .put("host", run.process().host())
                .put("pid", run.process().pid())
                .put("processStarted", run.process().started());
        writeStart(json, run.start());
        if (run.ended() != null && run.end() != null) {
            json.put("ended", run.ended().toString());
            writeEnd(json, run.end());
        }
        return json.build();
    }

    private static void writeStart(JsonObjectBuilder json, RunStart start) {
        if (!start.project().isEmpty()) {
            json.put("project", start.project());
        }
        json.put("user", start.user())
                .put("pipeline", start.pipeline())
                .putTexts("goals", start.goals())
                .putTexts("parameters", start.parameters())
                .putTexts("commandLine", start.commandLine())
                .putIfPresent("commit", start.repository().map(RunJson::commit))
                .put("java", start.java())
                .put("system", start.system())
                .putTexts("jars", start.jars())
                .put("seed", start.seed())
                .put("more", start.more());
    }

    private static JsonObject commit(Commit commit) {
        JsonObjectBuilder json = JsonObject.builder().put("hash", commit.hash()).put("branch", commit.branch());
        return json.putIfPresent("diff", commit.dirtyDiff().map(diff -> Json.of(diff.hex())))
                .build();
    }

    private static void writeEnd(JsonObjectBuilder json, RunEnd end) {
        JsonObjectBuilder outcomes = JsonObject.builder();
        end.outcomes().forEach((outcome, count) -> outcomes.put(outcome.name(), count));
        json.put("state", end.state().name())
                .put("outcomes", outcomes.build())
                .put(
                        "metrics",
                        new JsonArray(end.metrics().stream()
                                .<Json>map(RunJson::metric)
                                .toList()))
                .put(
                        "marks",
                        new JsonArray(
                                end.marks().stream().<Json>map(RecordJson::of).toList()))
                .putIfPresent("error", end.failure().map(Json::of))
                .put("atEnd", end.more());
    }

    private static JsonObject metric(RunMetric metric) {
        return JsonObject.builder()
                .put("task", TraceJson.keyText(metric.key()))
                .put("metric", RecordJson.of(metric.metric()))
                .build();
    }

    /// @param unfinished the state of a run without an end
    static RunRecord read(JsonObject json, RunState unfinished) {
        Optional<Instant> ended = json.findText("ended").map(Instants::parse);
        RunEnd end = ended.isEmpty() ? null : readEnd(json);
        return new RunRecord(
                new RunId(json.text("id")),
                Instants.parse(json.text("started")),
                process(json),
                readStart(json),
                end == null ? unfinished : end.state(),
                ended.orElse(null),
                end);
    }

    static ProcessIdentity process(JsonObject json) {
        return new ProcessIdentity(json.text("host"), json.number("pid"), json.number("processStarted"));
    }

    private static RunStart readStart(JsonObject json) {
        return new RunStart(
                json.findText("project").orElse(""),
                json.text("pipeline"),
                json.array("goals").texts(),
                texts(json.object("parameters")),
                json.array("commandLine").texts(),
                json.text("user"),
                readCommit(json.findObject("commit").orElse(null)),
                json.text("java"),
                json.text("system"),
                texts(json.object("jars")),
                json.number("seed"),
                json.findObject("more").orElse(JsonObject.EMPTY));
    }

    private static @Nullable Commit readCommit(@Nullable JsonObject json) {
        return json == null
                ? null
                : new Commit(
                        json.text("hash"),
                        json.text("branch"),
                        json.findText("diff").map(Digest::parse).orElse(null));
    }

    private static RunEnd readEnd(JsonObject json) {
        var outcomes = new TreeMap<Outcome, Integer>();
        json.object("outcomes")
                .members()
                .forEach((outcome, count) ->
                        outcomes.put(Outcome.valueOf(outcome), count.asNumber().asInt()));
        List<RunMetric> metrics = json.array("metrics").elements().stream()
                .map(Json::asObject)
                .map(metric ->
                        new RunMetric(TraceJson.key(metric.text("task")), RecordJson.metric(metric.get("metric"))))
                .toList();
        return new RunEnd(
                RunState.valueOf(json.text("state")),
                outcomes,
                metrics,
                json.array("marks").elements().stream().map(RecordJson::mark).toList(),
                json.findText("error").orElse(null),
                json.findObject("atEnd").orElse(JsonObject.EMPTY));
    }

    private static SortedMap<String, String> texts(JsonObject json) {
        var texts = new TreeMap<String, String>();
        json.members().forEach((name, text) -> texts.put(name, text.asText()));
        return texts;
    }
}
