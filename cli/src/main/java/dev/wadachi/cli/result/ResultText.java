package dev.wadachi.cli.result;

import dev.wadachi.cli.explain.MarkText;
import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.cli.view.KeptResults;
import dev.wadachi.digest.Digest;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.store.Load;
import dev.wadachi.store.Metric;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Store;
import dev.wadachi.store.Trace;
import dev.wadachi.store.TraceId;
import dev.wadachi.task.Blob;
import dev.wadachi.task.PublishedName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A result's story.
final class ResultText {

    private static final int LONG = 70;

    private ResultText() {}

    /// `Train(until=2021-07-19, algorithm=gbdt)`.
    static String label(Trace trace) {
        return KeptResults.label(trace);
    }

    /// `until=2021-07-19, algorithm=gbdt`.
    static String parameters(Trace trace) {
        return trace.inputs().parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(", "));
    }

    /// A row of a list.
    static List<String> row(Recorded recorded, Store store) {
        Trace trace = recorded.trace();
        return List.of(
                trace.output().digest().shortHex(),
                onALine(label(trace))
                        + store.revocations().of(recorded).map(_ -> "  revoked").orElse(""),
                Quantity.of(trace.origin().started()),
                trace.origin().run().shortText(),
                Quantity.ofSeconds(trace.cost().wallSeconds()),
                Quantity.ofBytes(trace.output().bytes()),
                trace.notes().metrics().stream().map(ResultText::text).collect(Collectors.joining(" ")));
    }

    /// Everything that is known of it.
    static List<String> story(Recorded recorded, Store store) {
        Trace trace = recorded.trace();
        Columns facts = Columns.plain();
        facts.row("task", label(trace));
        facts.row("class", trace.inputs().taskClass());
        facts.row(
                "result",
                trace.output().digest().shortHex() + "  " + trace.codec() + ", "
                        + Quantity.ofBytes(trace.output().bytes()));
        facts.row("key", trace.key().digest().shortHex() + " ");
        facts.row(
                "computed",
                Quantity.of(trace.origin().started()) + " in run "
                        + trace.origin().run().shortText() + " by "
                        + trace.origin().user() + " on " + trace.origin().host());
        store.otherProject(trace.origin().project()).ifPresent(project -> facts.row("project", project));
        store.publications().standing().stream()
                .filter(version -> version.result().equals(recorded.id()))
                .forEach(version -> facts.row("published as", version.title()));
        facts.row("cost", cost(trace));
        text(trace.evidence().environment(), store)
                .map(Json::parse)
                .map(Json::asObject)
                .ifPresent(environment ->
                        facts.row("with", "Java " + environment.text("java") + ", " + environment.text("system")));
        trace.inputs()
                .upstreams()
                .forEach((component, key) -> facts.row(
                        "input " + component,
                        key.task() + "  "
                                + shortened(trace.fingerprint().entries().get("upstream." + component))));
        trace.inputs().loads().forEach(load -> loaded(load, store, facts));
        trace.fingerprint().entries().forEach((name, value) -> {
            if (!name.startsWith("upstream.") && !name.startsWith("parameter.")) {
                facts.row("under " + name, shortened(value) + " ");
            }
        });
        List<String> lines = new ArrayList<>(facts.lines());
        trace.notes().metrics().forEach(metric -> lines.add("metric " + text(metric)));
        trace.notes().marks().forEach(mark -> lines.add("note: " + MarkText.of(mark)));
        trace.notes().valueProfile().stream()
                .flatMap(ResultText::remarks)
                .forEach(remark -> lines.add("remark: " + remark));
        trace.notes().warnings().forEach(warning -> lines.add("warning: " + warning));
        store.revocations()
                .of(recorded)
                .ifPresent(revoked -> lines.add(
                        "revoked by " + revoked.by() + " on " + Quantity.of(revoked.at()) + ": " + revoked.reason()));
        store.revocations()
                .marking(recorded.id())
                .forEach(revoked -> lines.add("computed from a revoked result: " + revoked.reason()));
        return lines;
    }

    /// What was read from another project has its own story there.
    private static void loaded(Load load, Store store, Columns facts) {
        if (load instanceof Load.Offer(PublishedName name, int number, TraceId result, var _)) {
            facts.row("read", name + " version " + number + " ");
            store.publications()
                    .find(name, number)
                    .ifPresent(version -> facts.row(
                            "published by",
                            version.source() + ", " + Quantity.of(version.at()) + " by " + version.by() + ", run "
                                    + version.run().shortText()));
            store.traces().find(result).ifPresent(source -> {
                facts.row("there", label(source.trace()));
                source.trace()
                        .inputs()
                        .upstreams()
                        .forEach((component, key) -> facts.row("there, input " + component, key.task()));
            });
        } else {
            facts.row("loaded", text(load));
        }
    }

    /// What was said of a table, or of those that a record holds.
    private static Stream<String> remarks(Json profile) {
        return profile instanceof JsonObject object
                ? Stream.concat(
                                object.findArray("remarks").map(JsonArray::elements).orElse(List.of()).stream()
                                        .map(Json::asText),
                                object.members().values().stream().flatMap(ResultText::remarks))
                        .distinct()
                : Stream.empty();
    }

    static JsonObject json(Recorded recorded) {
        Trace trace = recorded.trace();
        JsonObjectBuilder metrics = JsonObject.builder();
        trace.notes().metrics().stream()
                .collect(Collectors.toMap(Metric::name, Metric::figure, (_, last) -> last, LinkedHashMap::new))
                .forEach(metrics::put);
        return JsonObject.builder()
                .put("task", trace.key().task())
                .put("result", recorded.id().text())
                .put("output", trace.output().digest().hex())
                .put("codec", trace.codec())
                .put("bytes", trace.output().bytes())
                .put("run", trace.origin().run().text())
                .put("started", trace.origin().started().toString())
                .put("wallSeconds", trace.cost().wallSeconds())
                .putTexts("parameters", trace.inputs().parameters())
                .putTexts("fingerprint", trace.fingerprint().entries())
                .put("metrics", metrics.build())
                .putTexts(
                        "marks",
                        trace.notes().marks().stream().map(MarkText::of).toList())
                .build();
    }

    /// A blob of text; empty if there is none, or it was collected.
    static Optional<String> text(@Nullable Digest digest, Store store) {
        Optional<Blob> blob = digest == null ? Optional.empty() : store.blobs().find(digest);
        return blob.map(found -> {
            try {
                return new String(found.bytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "cannot read the blob " + found.digest().shortHex(), e);
            }
        });
    }

    private static String cost(Trace trace) {
        return Quantity.ofSeconds(trace.cost().wallSeconds()) + ", of which the processor "
                + Quantity.ofSeconds(trace.cost().cpuSeconds()) + "; memory of the process at most "
                + Quantity.ofBytes(trace.cost().peakBytes())
                + (trace.cost().others() > 0 ? ", shared with " + trace.cost().others() + " other tasks" : "");
    }

    private static String text(Load load) {
        return switch (load) {
            case Load.Value value ->
                value.key().task() + value.partName().map(part -> "." + part).orElse("") + "  "
                        + value.digest().shortHex();
            case Load.Seed(long seed) -> "seed " + seed;
            case Load.Offer(PublishedName name, int version, TraceId result, var _) ->
                name + " version " + version + "  published from "
                        + result.key().task();
        };
    }

    private static String text(Metric metric) {
        return metric.name() + "=" + String.format(Locale.ROOT, "%.6g", metric.value())
                + (metric.position().isPresent() ? "@" + metric.position().getAsLong() : "");
    }

    /// A text that leaves room for the columns beside it. What tells results apart is often at its end.
    static String onALine(String text) {
        return text.length() > LONG
                ? text.substring(0, LONG / 2) + "…" + text.substring(text.length() - LONG / 2)
                : text;
    }

    private static String shortened(@Nullable String value) {
        return value == null ? "" : value.length() == 64 ? value.substring(0, 12) : value;
    }
}
