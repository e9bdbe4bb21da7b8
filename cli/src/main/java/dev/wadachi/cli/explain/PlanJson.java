package dev.wadachi.cli.explain;

import dev.wadachi.digest.Fingerprint;
import dev.wadachi.engine.Cause;
import dev.wadachi.engine.Plan;
import dev.wadachi.engine.Step;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import java.util.Locale;

/// A plan, for a script.
public final class PlanJson {

    private PlanJson() {}

    /// The plan with all of its steps.
    public static JsonObject of(Plan plan) {
        return JsonObject.builder()
                .put("upToDate", plan.isUpToDate())
                .put(
                        "steps",
                        new JsonArray(
                                plan.steps().stream().<Json>map(PlanJson::step).toList()))
                .putTexts("warnings", plan.warnings())
                .build();
    }

    private static JsonObject step(Step step) {
        return JsonObject.builder()
                .put("task", step.key().task())
                .put("label", step.label())
                .put("key", step.key().digest().hex())
                .put("decision", step.decision().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .putTexts("because", step.causes().stream().map(Cause::text).toList())
                .putTexts("methods", StepText.methods(step))
                .putTexts("marks", step.marks().stream().map(MarkText::of).toList())
                .putTexts(
                        "upstreams",
                        step.upstreams().stream().map(key -> key.digest().hex()).toList())
                .putIfPresent(
                        "fingerprint",
                        step.fingerprint().map(Fingerprint::total).map(total -> Json.of(total.hex())))
                .build();
    }
}
