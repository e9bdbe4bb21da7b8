package dev.wadachi.engine;

import dev.wadachi.code.Warning;
import dev.wadachi.digest.Fingerprint;
import dev.wadachi.digest.Key;
import dev.wadachi.store.Load;
import dev.wadachi.store.Mark;
import dev.wadachi.store.Output;
import dev.wadachi.store.Publication;
import dev.wadachi.store.Recorded;
import dev.wadachi.task.OutsideException;
import dev.wadachi.task.Published;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Finds out what a run would do, without running anything.
///
/// One pass upstream first decides each node as a run would, as far as that is known before bodies have run; a second
/// one, downstream first, adds what would have to be computed again because its bytes are gone and somebody reads
/// them. Used by one thread.
final class Planner {

    private final Workshop shop;
    private final Graph graph;
    private final Overrides overrides;
    private final List<Node> needed;
    private final Lookup lookup;
    private final List<Node> wanted;
    private final Set<Node> goals;
    private final Map<Node, Step> steps = new LinkedHashMap<>();
    private final Map<Node, Output> known = new HashMap<>();
    private final Map<Node, List<Mark>> marks = new HashMap<>();
    private final Set<Node> decided = new HashSet<>();
    private final Set<Key> forced = new HashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    Planner(Preparation preparation) {
        this.shop = preparation.shop();
        this.graph = preparation.graph();
        this.overrides = preparation.overrides();
        this.needed = preparation.needed();
        this.lookup = new Lookup(
                shop.store(),
                shop.values(),
                shop.outside(),
                preparation.request().seed());
        this.wanted = preparation.goals();
        this.goals = new HashSet<>(wanted);
    }

    Plan plan() {
        needed.forEach(this::decideOnce);
        restoreLost();
        return new Plan(
                wanted.stream().map(node -> node.key).toList(), List.copyOf(steps.values()), List.copyOf(warnings));
    }

    private void decideOnce(Node node) {
        if (decided.add(node)) {
            decide(node);
        }
    }

    /// What is known of a node's fingerprint, and of its result.
    private void decide(Node node) {
        Optional<Settlement.Valued> standIn = overrides.settlement(node);
        if (standIn.isPresent()) {
            known.put(node, standIn.get().output());
            marks.put(node, standIn.get().marks());
            put(node, Step.Decision.UP_TO_DATE, List.of(), Optional.empty(), Optional.empty());
            return;
        }
        warn(node);
        try {
            Fingerprint fingerprint = shop.fingerprints().of(node, this::output, _ -> {});
            decide(node, fingerprint);
        } catch (Exception cannotBeAsked) {
            put(
                    node,
                    Step.Decision.WILL_RUN,
                    List.of(new Cause.Unasked(message(cannotBeAsked))),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /// What a node gives, as far as it is known. A value at hand is settled from the beginning, and in no plan.
    private Optional<Output> output(Node node) {
        return node.settlement instanceof Settlement.Valued given
                ? Optional.of(given.output())
                : Optional.ofNullable(known.get(node));
    }

    /// Why a source cannot be asked.
    static String message(Exception e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private void decide(Node node, Fingerprint fingerprint) throws InterruptedException {
        Optional<Cause> force = force(node);
        List<Node.Upstream> unknown = node.upstreams.stream()
                .filter(each -> output(each.node()).isEmpty())
                .toList();
        if (force.isPresent()) {
            put(node, Step.Decision.WILL_RUN, List.of(force.get()), Optional.of(fingerprint), Optional.empty());
        } else if (unknown.isEmpty()) {
            lookUp(node, fingerprint);
        } else {
            wait(node, fingerprint, unknown);
        }
    }

    private Optional<Cause> force(Node node) {
        boolean inherited = node.upstreams.stream().anyMatch(each -> forced.contains(each.node().key));
        if (overrides.isForcedDownstream(node) || inherited) {
            forced.add(node.key);
        }
        Optional<Cause> force = overrides.force(node);
        return force.isPresent() || !inherited ? force : Optional.of(new Cause.Forced(overrides.downstreamFlag()));
    }

    /// A task that loads what is forced with all that follows.
    private Optional<Cause> downstream(Node node, Recorded recorded) {
        Optional<Cause> downstream = overrides.downstream(recorded, forced);
        downstream.ifPresent(_ -> forced.add(node.key));
        return downstream;
    }

    private void lookUp(Node node, Fingerprint fingerprint) throws InterruptedException {
        PlannedLoads loads = new PlannedLoads();
        try {
            switch (lookup.find(node, fingerprint, loads)) {
                case Lookup.Found.Hit(Recorded recorded, List<Mark> kept) -> found(node, fingerprint, recorded, kept);
                case Lookup.Found.Miss(var _, List<Cause> causes) -> {
                    if (node.task instanceof Published<?> source) {
                        // What it will give is known before it runs, and so is that it cannot.
                        Publication version =
                                Offered.by(source, node, shop.store()).version();
                        known.put(node, version.output());
                        marks.put(node, Standing.marks(version, shop.store()));
                    }
                    put(
                            node,
                            Step.Decision.WILL_RUN,
                            causes.isEmpty() ? shop.explainer().causes(node, fingerprint) : causes,
                            Optional.of(fingerprint),
                            Optional.empty());
                }
            }
        } catch (WouldWait loadsMayChange) {
            waitForLoad(node, loads.unknown.orElseThrow(), fingerprint);
        }
    }

    /// What a load gives is not known. If all that follows it is to run, so is this.
    private void waitForLoad(Node node, Node loaded, Fingerprint fingerprint) {
        boolean isForced = forced.contains(loaded.key);
        if (isForced) {
            forced.add(node.key);
        }
        put(
                node,
                isForced ? Step.Decision.WILL_RUN : Step.Decision.DEPENDS,
                List.of(
                        isForced
                                ? new Cause.Forced(overrides.downstreamFlag())
                                : new Cause.LoadChanged(loaded.label())),
                Optional.of(fingerprint),
                Optional.empty());
    }

    private void found(Node node, Fingerprint fingerprint, Recorded recorded, List<Mark> kept) {
        Output output = recorded.trace().output();
        Optional<Cause> affected = overrides.affected(recorded).or(() -> downstream(node, recorded));
        boolean lost = goals.contains(node) && shop.values().isLost(node.codec, output);
        if (affected.isPresent() || lost) {
            Cause cause = affected.orElseGet(() -> lost(node, output));
            put(node, Step.Decision.WILL_RUN, List.of(cause), Optional.of(fingerprint), Optional.empty());
        } else {
            known.put(node, output);
            marks.put(node, marks(node, recorded, kept));
            put(node, Step.Decision.UP_TO_DATE, List.of(), Optional.of(fingerprint), Optional.of(recorded));
        }
    }

    /// As a run would tell them of a hit.
    private List<Mark> marks(Node node, Recorded recorded, List<Mark> kept) {
        Set<Mark> all = new LinkedHashSet<>(Results.own(kept, Standing.marks(node, recorded, shop.store())));
        node.upstreams.forEach(upstream -> passOn(upstream.node(), all));
        for (Load load : recorded.trace().inputs().loads()) {
            Node loaded = load instanceof Load.Value value ? graph.find(value.key()) : null;
            if (loaded != null) {
                passOn(loaded, all);
            }
        }
        return List.copyOf(all);
    }

    private void passOn(Node from, Set<Mark> all) {
        marks.getOrDefault(from, List.of()).stream().filter(Mark::isPassedOn).forEach(all::add);
    }

    /// What an upstream gives is not known: if nothing else differs, the same bytes would keep this node. But where
    /// nothing is kept under its key, as when an upstream's parameter changed, no bytes could.
    private void wait(Node node, Fingerprint partial, List<Node.Upstream> unknown) {
        Optional<List<Cause>> own = shop.explainer().differences(node, partial);
        if (own.isEmpty()) {
            put(node, Step.Decision.WILL_RUN, List.of(new Cause.NeverRan()), Optional.empty(), Optional.empty());
        } else if (!own.get().isEmpty()) {
            put(node, Step.Decision.WILL_RUN, own.get(), Optional.empty(), Optional.empty());
        } else {
            List<Cause> causes = unknown.stream()
                    .<Cause>map(each -> new Cause.UpstreamChanged(
                            each.component(), each.node().label()))
                    .toList();
            boolean isKept = shop.explainer().newestOf(node).isPresent();
            Step.Decision decision = isKept ? Step.Decision.DEPENDS : Step.Decision.WILL_RUN;
            put(node, decision, causes, Optional.empty(), Optional.empty());
        }
    }

    private void put(
            Node node,
            Step.Decision decision,
            List<Cause> causes,
            Optional<Fingerprint> fingerprint,
            Optional<Recorded> recorded) {
        steps.put(
                node,
                new Step(
                        node.key,
                        node.name,
                        node.label(),
                        decision,
                        causes,
                        node.upstreams.stream()
                                .map(each -> each.node().key)
                                .distinct()
                                .toList(),
                        fingerprint,
                        recorded,
                        marks.getOrDefault(node, List.of())));
    }

    private void warn(Node node) {
        for (Warning warning : shop.codes().warnings(node)) {
            warnings.add(warning.text());
        }
    }

    private void restoreLost() {
        List<Node> nodes = new ArrayList<>(steps.keySet());
        for (Node reader : nodes.reversed()) {
            if (Objects.requireNonNull(steps.get(reader)).decision() == Step.Decision.UP_TO_DATE) {
                continue;
            }
            for (Node.Upstream upstream : reader.upstreams) {
                Step step = steps.get(upstream.node());
                Output output = known.get(upstream.node());
                if (step != null && step.decision() == Step.Decision.UP_TO_DATE && output != null && isLost(output)) {
                    put(
                            upstream.node(),
                            Step.Decision.WILL_RUN,
                            List.of(lost(upstream.node(), output)),
                            step.fingerprint(),
                            Optional.empty());
                }
            }
        }
    }

    /// What is lost is computed again; what was published, only its publisher can.
    private Cause lost(Node node, Output output) {
        if (node.task instanceof Published<?> source) {
            try {
                Offered.by(source, node, shop.store());
            } catch (OutsideException cannotBeRead) {
                return new Cause.Unasked(message(cannotBeRead));
            }
        }
        return new Cause.OutputLost(output.digest().shortHex());
    }

    private boolean isLost(Output output) {
        return shop.store().blobs().open(output).isEmpty();
    }

    /// Loads as far as they are known without running anything.
    private final class PlannedLoads implements Lookup.Loads {

        /// The load whose value is not known, if there is one.
        private Optional<Node> unknown = Optional.empty();

        @Override
        public Optional<Output> now(Node node, Load.Value load) {
            Optional<Node> known =
                    Optional.ofNullable(graph.find(load.key())).or(() -> EarlierLoads.made(graph, node, load));
            if (known.isEmpty()) {
                return Optional.empty();
            }
            Node loaded = known.get();
            overrides.needed(List.of(loaded)).forEach(Planner.this::decideOnce);
            Optional<Output> output = output(loaded);
            if (output.isEmpty()) {
                unknown = Optional.of(loaded);
                throw new WouldWait();
            }
            return output.map(whole ->
                    load.partName().map(part -> Parting.part(whole, part)).orElse(whole));
        }

        @Override
        public String label(Load.Value load) {
            Node loaded = graph.find(load.key());
            return loaded == null ? load.key().shortText() : loaded.label();
        }
    }
}
