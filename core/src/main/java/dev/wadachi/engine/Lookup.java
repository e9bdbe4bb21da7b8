package dev.wadachi.engine;

import dev.wadachi.digest.Fingerprint;
import dev.wadachi.store.Accept;
import dev.wadachi.store.Effect;
import dev.wadachi.store.History;
import dev.wadachi.store.Load;
import dev.wadachi.store.Mark;
import dev.wadachi.store.Output;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Store;
import dev.wadachi.store.TraceId;
import dev.wadachi.task.External;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Sink;
import dev.wadachi.task.Stamp;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;

/// Asks the store whether a result is there for a node under a fingerprint.
///
/// From the newest trace back, the first counts whose recorded loads still hold, brought up to date one by one in
/// their order, and whose output, if it stays outside, is still as it was left. Where a fingerprint has no such trace,
/// those count that people declared equal to it. Thread-safe.
final class Lookup {

    /// How many declared-equal fingerprints are tried.
    private static final int MOST_EQUALS = 64;

    /// What a look-up gives.
    sealed interface Found {

        /// A kept result stands.
        record Hit(Recorded recorded, List<Mark> marks) implements Found {}

        /// None does.
        ///
        /// @param last the highest number in use under the fingerprint
        /// @param causes what spoke against the traces that were there
        record Miss(int last, List<Cause> causes) implements Found {}
    }

    /// Brings what a trace's body loaded up to date.
    interface Loads {

        /// The output that this load would give now, or empty if it cannot be given. May take as long as a body runs,
        /// or throw [WouldWait] instead.
        Optional<Output> now(Node node, Load.Value load) throws InterruptedException;

        /// What that load is called, for people.
        String label(Load.Value load);
    }

    private final Store store;
    private final Values values;
    private final Resources outside;
    private final long seed;

    Lookup(Store store, Values values, Resources outside, long seed) {
        this.store = store;
        this.values = values;
        this.outside = outside;
        this.seed = seed;
    }

    /// The newest result that stands for this node under this fingerprint.
    Found find(Node node, Fingerprint fingerprint, Loads loads) throws InterruptedException {
        History history = store.traces().history(node.key, fingerprint.total());
        List<Cause> causes = new ArrayList<>();
        for (Recorded recorded : history) {
            Optional<Cause> against = against(node, recorded, loads);
            if (against.isEmpty()) {
                return new Found.Hit(recorded, recorded.trace().notes().marks());
            }
            causes.add(against.get());
        }
        Optional<Found.Hit> accepted = accepted(node, fingerprint, loads);
        if (accepted.isPresent()) {
            return accepted.get();
        }
        if (causes.isEmpty() && history.last() > 0) {
            causes.addAll(revoked(node, fingerprint, history.last()));
        }
        return new Found.Miss(history.last(), causes.isEmpty() ? List.of() : List.of(causes.getFirst()));
    }

    private Optional<Cause> against(Node node, Recorded recorded, Loads loads) throws InterruptedException {
        for (Load load : recorded.trace().inputs().loads()) {
            switch (load) {
                case Load.Seed(long drawn) -> {
                    if (drawn != seed) {
                        return Optional.of(new Cause.SeedChanged(drawn, seed));
                    }
                }
                case Load.Offer _ -> {
                    // The stamp, which is in the fingerprint, names the bytes.
                }
                case Load.Value value -> {
                    Optional<Output> now = loads.now(node, value);
                    if (now.isEmpty() || !now.get().digest().equals(value.digest())) {
                        return Optional.of(new Cause.LoadChanged(loads.label(value)));
                    }
                }
            }
        }
        return againstOutside(node, recorded);
    }

    private Optional<Cause> againstOutside(Node node, Recorded recorded) {
        if (!(node.task instanceof Sink task)) {
            return Optional.empty();
        }
        Optional<Object> value = values.read(node.codec, recorded.trace().output());
        if (value.isEmpty() || !(value.get() instanceof External external)) {
            return Optional.of(
                    new Cause.OutputLost(recorded.trace().output().digest().shortHex()));
        }
        try {
            Optional<Cause> followed = followed(task.target(outside), recorded);
            if (followed.isPresent()) {
                return followed;
            }
            Stamp now = task.stamp(external, outside);
            return now.equals(external.stamp())
                    ? Optional.empty()
                    : Optional.of(new Cause.OutsideChanged(external.uri().toString()));
        } catch (Exception cannotBeAsked) {
            return Optional.of(new Cause.OutsideChanged(external.uri() + " (" + cannotBeAsked.getMessage() + ")"));
        }
    }

    /// A target is as a result tells only if that is of the newest effect on it: not every target can say what it
    /// holds.
    private Optional<Cause> followed(String target, Recorded recorded) {
        List<Effect> newest = store.effects().newest(target);
        if (newest.isEmpty()) {
            return Optional.of(new Cause.TargetTaken(target, "may hold anything: nothing tells who wrote there last"));
        }
        return newest.stream()
                .filter(effect ->
                        !effect.completed().filter(recorded.id()::equals).isPresent())
                .findFirst()
                .map(effect -> {
                    String who = effect.task() + " (run " + effect.run().shortText() + ")";
                    return new Cause.TargetTaken(
                            target,
                            effect.completed().isPresent()
                                    ? "was written since by " + who
                                    : "may not be as it was left: " + who + " began to write it, and did not complete");
                });
    }

    private List<Cause> revoked(Node node, Fingerprint fingerprint, int last) {
        return store.traces()
                .find(new TraceId(node.key, fingerprint.total(), last))
                .flatMap(store.revocations()::of)
                .<List<Cause>>map(revocation -> List.of(new Cause.Revoked(revocation.reason())))
                .orElse(List.of());
    }

    private Optional<Found.Hit> accepted(Node node, Fingerprint fingerprint, Loads loads) throws InterruptedException {
        if (store.accepts().isEmpty()) {
            return Optional.empty();
        }
        for (Fingerprint equal : equals(node, fingerprint)) {
            for (Recorded recorded : store.traces().history(node.key, equal.total())) {
                if (against(node, recorded, loads).isEmpty()) {
                    List<Mark> marks = new ArrayList<>(recorded.trace().notes().marks());
                    marks.add(new Mark(Mark.Kind.ACCEPTED, differences(fingerprint, equal)));
                    return Optional.of(new Found.Hit(recorded, marks));
                }
            }
        }
        return Optional.empty();
    }

    /// The fingerprints that were declared equal to this one: first with all that was declared at once, then with fewer
    /// replaced entries first.
    private List<Fingerprint> equals(Node node, Fingerprint fingerprint) {
        String task = node.key.task();
        List<Fingerprint> equals = new ArrayList<>(List.of(fingerprint));
        Fingerprint all = fingerprint;
        for (String entry : store.accepts().entries(task)) {
            String value = fingerprint.entries().getOrDefault(entry, Accept.ABSENT);
            SequencedSet<String> others = store.accepts().equivalents(task, entry, value);
            if (others.isEmpty()) {
                continue;
            }
            all = with(all, entry, others.getFirst());
            List<Fingerprint> more = new ArrayList<>();
            for (Fingerprint one : equals) {
                others.forEach(other -> more.add(with(one, entry, other)));
            }
            equals.addAll(more.subList(0, Math.min(more.size(), Math.max(0, MOST_EQUALS - equals.size()))));
        }
        SequencedSet<Fingerprint> ordered = new LinkedHashSet<>(List.of(all));
        ordered.addAll(equals);
        ordered.remove(fingerprint);
        return List.copyOf(ordered);
    }

    private static Fingerprint with(Fingerprint fingerprint, String entry, String value) {
        return value.equals(Accept.ABSENT) ? fingerprint.without(entry) : fingerprint.with(entry, value);
    }

    private static String differences(Fingerprint now, Fingerprint kept) {
        Set<String> names = new TreeSet<>(now.entries().keySet());
        names.addAll(kept.entries().keySet());
        names.removeIf(
                name -> Objects.equals(now.entries().get(name), kept.entries().get(name)));
        return "kept under another " + String.join(" and ", names) + ", which was accepted as equal";
    }
}
