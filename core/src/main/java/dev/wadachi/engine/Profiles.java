package dev.wadachi.engine;

import dev.wadachi.json.JsonObject;
import dev.wadachi.store.Inputs;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.RunId;
import dev.wadachi.store.Store;
import dev.wadachi.store.Trace;
import dev.wadachi.task.Apart;
import dev.wadachi.task.Codec;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Compares the profile of a new value with that of its predecessor.
///
/// The predecessor is the newest result of the same key; where there is none, a result of the same task from an earlier
/// run: of the newest ones that whose parameters and upstreams differ least. Results of one run do not count as each
/// other's predecessors: a sweep makes values that are meant to differ. Nor does what was revoked, or differs in a
/// component that is marked [Apart].
final class Profiles {

    /// How many results of a task's name are looked at; each costs the reading of a small file.
    private static final int NEWEST = 20;

    private final Store store;
    private final Node node;

    Profiles(Store store, Node node) {
        this.store = store;
        this.node = node;
    }

    /// What stands out against the predecessor, a sentence each; empty if there is none, or it has the same bytes.
    ///
    /// @param now the trace of the new value, not yet put
    List<String> jumps(Trace now) {
        return profile(now)
                .flatMap(profile -> predecessor(now).map(before -> jumps(before, profile)))
                .orElse(List.of());
    }

    @SuppressWarnings("unchecked") // profiles are read by the codec that made them
    private List<String> jumps(Trace before, JsonObject now) {
        return ((Codec<Object>) node.codec)
                .compare(profile(before).orElseThrow(), now).stream()
                        .map(jump -> node.label() + ": " + jump + " (run "
                                + before.origin().run().text() + ")")
                        .toList();
    }

    private Optional<Trace> predecessor(Trace now) {
        RunId run = now.origin().run();
        Optional<Trace> same =
                comparable(store.traces().ofKey(node.key, NEWEST)).findFirst();
        Optional<Trace> found = same.isPresent()
                ? same
                : comparable(store.traces().ofTask(node.key.task(), NEWEST))
                        .filter(trace -> !trace.origin().run().equals(run) && isAboutTheSame(trace, now))
                        .min(Comparator.comparingLong(trace -> differences(trace.inputs(), now.inputs())));
        return found.filter(
                trace -> !trace.output().digest().equals(now.output().digest()));
    }

    private boolean isAboutTheSame(Trace before, Trace now) {
        return Arrays.stream(node.task.getClass().getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Apart.class))
                .map(RecordComponent::getName)
                .allMatch(name -> Objects.equals(
                        before.inputs().parameters().get(name),
                        now.inputs().parameters().get(name)));
    }

    private Stream<Trace> comparable(List<Recorded> recorded) {
        return recorded.stream()
                .filter(one -> store.revocations().of(one).isEmpty())
                .map(Recorded::trace)
                .filter(trace -> trace.codec().equals(node.codec.id()))
                .filter(trace -> profile(trace).isPresent())
                .sorted(Comparator.comparing((Trace trace) -> trace.origin().started())
                        .reversed());
    }

    private static long differences(Inputs one, Inputs other) {
        return differences(one.parameters(), other.parameters()) + differences(one.upstreams(), other.upstreams());
    }

    private static long differences(Map<String, ?> one, Map<String, ?> other) {
        Collection<String> names = new HashSet<>(one.keySet());
        names.addAll(other.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(one.get(name), other.get(name)))
                .count();
    }

    private static Optional<JsonObject> profile(Trace trace) {
        return trace.notes().valueProfile().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }
}
