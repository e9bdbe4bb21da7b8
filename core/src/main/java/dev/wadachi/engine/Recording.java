package dev.wadachi.engine;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Fingerprint;
import dev.wadachi.digest.Key;
import dev.wadachi.json.JsonObject;
import dev.wadachi.store.Appended;
import dev.wadachi.store.Cost;
import dev.wadachi.store.Evidence;
import dev.wadachi.store.History;
import dev.wadachi.store.Inputs;
import dev.wadachi.store.Mark;
import dev.wadachi.store.Notes;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.Output;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Store;
import dev.wadachi.store.Trace;
import dev.wadachi.task.Source;
import dev.wadachi.task.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts down what happened: the trace of a body that gave a value.
final class Recording {

    private final Execution execution;
    private final Job job;
    private final Node node;
    private final BodyContext context;
    private final BodyLog log;
    private final Cost cost;
    private final List<Mark> marks;
    private final List<String> warnings = new ArrayList<>();

    /// @param own what is to be said of the value itself
    Recording(Execution execution, Job job, BodyContext context, BodyLog log, Cost cost, List<Mark> own) {
        this.execution = execution;
        this.job = job;
        this.node = job.node();
        this.context = context;
        this.log = log;
        this.cost = cost;
        this.marks = new ArrayList<>(Results.inherited(node, own));
    }

    /// Puts the trace, unless somebody else put one first: then theirs stands.
    ///
    /// @param tolerated what is not as expected, but may be
    /// @param profile what the codec tells about the value
    Settlement put(Output output, List<Violation> tolerated, Optional<JsonObject> profile) {
        tolerated.forEach(violation -> warn(node.label() + ": " + violation));
        if (node.traits.determinism() == Traits.Determinism.DISCLAIMED) {
            marks.add(new Mark(Mark.Kind.NONDETERMINISTIC, node.name + " is marked @Nondeterministic"));
        }
        int last = last();
        if (job.kind() != Job.Kind.MISSING) {
            compareWithEarlier(output);
        }
        profile.ifPresent(_ -> new Profiles(execution.store(), node)
                .jumps(trace(output, profile))
                .forEach(this::warn));
        Trace trace = trace(output, profile);
        Recorded recorded = switch (execution.store().traces().append(trace, last)) {
            case Appended.Won(int number) -> new Recorded(number, trace);
            case Appended.Lost(Recorded theirs) -> adopted(theirs, output);
        };
        execution.afterTrace();
        context.succeeded();
        Output kept = recorded.trace().output();
        TaskResult result = Results.of(
                node,
                Outcome.RAN,
                job.causes(),
                Optional.of(kept),
                Optional.of(recorded),
                seconds(cost.wallSeconds()),
                seconds(cost.cpuSeconds()),
                marks);
        return new Settlement.Valued(kept, result.marks(), result);
    }

    /// A source's stamp, and with it the history, may be another than when the job was decided.
    private int last() {
        boolean asDecided = job.kind() == Job.Kind.MISSING && !(node.task instanceof Source<?>);
        return asDecided ? job.last() : history().last();
    }

    private History history() {
        return execution.store().traces().history(node.key, fingerprint().total());
    }

    private Fingerprint fingerprint() {
        return Objects.requireNonNull(node.fingerprint, "a body runs under a fingerprint");
    }

    private void compareWithEarlier(Output output) {
        history().newest().ifPresent(earlier -> {
            boolean sameInputs = earlier.trace().inputs().loads().equals(context.loads());
            if (sameInputs && !earlier.trace().output().digest().equals(output.digest())) {
                differed(earlier.trace().output().digest(), output.digest());
            }
        });
    }

    private Recorded adopted(Recorded theirs, Output ours) {
        if (!theirs.trace().output().digest().equals(ours.digest())) {
            differed(theirs.trace().output().digest(), ours.digest());
        }
        return theirs;
    }

    private void differed(Digest before, Digest now) {
        if (node.traits.determinism() == Traits.Determinism.EXPECTED) {
            String text = "under the same inputs, " + node.label() + " gave other bytes than before ("
                    + before.shortHex() + " then, " + now.shortHex() + " now)";
            marks.add(new Mark(Mark.Kind.DIFFERED, text));
            warn(text + "; make it deterministic, or mark it @Nondeterministic");
        }
    }

    private void warn(String text) {
        warnings.add(text);
        execution.recorder().warned(text);
    }

    private Trace trace(Output output, Optional<JsonObject> profile) {
        Store store = execution.store();
        SortedMap<String, String> parameters = new TreeMap<>();
        node.parameters.forEach(parameter -> parameters.put(parameter.name(), parameter.text()));
        SortedMap<String, Key> upstreams = new TreeMap<>();
        node.upstreams.forEach(upstream -> upstreams.put(upstream.component(), upstream.node().key));
        return new Trace(
                node.key,
                fingerprint(),
                node.codec.id(),
                output,
                new Inputs(node.task.getClass().getName(), parameters, upstreams, context.loads()),
                execution.recorder().origin(context.started()),
                cost,
                new Evidence(execution.environment(), blob(store, log.bytes()), execution.codeManifest(node)),
                new Notes(context.metrics(), marks, warnings, profile.orElse(null)));
    }

    private static @Nullable Digest blob(Store store, byte[] bytes) {
        return bytes.length == 0 ? null : store.blobs().put(bytes).digest();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
