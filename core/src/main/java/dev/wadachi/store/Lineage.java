package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Which results were computed from which, read off all traces of a store.
///
/// A result was computed from another if it names the other's key and the very digest that the other gave, as an
/// upstream or as something its body loaded (a part's digest counts as its whole's), or read it as published.
final class Lineage {

    /// A value as a consumer sees it: whose, and which bytes.
    private record Given(Key key, Digest digest) {}

    private final Map<Given, List<TraceId>> consumers = new HashMap<>();
    private final Map<TraceId, List<Given>> offers = new HashMap<>();
    private final Set<TraceId> targets = new LinkedHashSet<>();

    private Lineage() {}

    /// All results that were computed from those that the predicate names, nearest first, without these themselves.
    static List<TraceId> affectedBy(Predicate<Recorded> target, Traces traces) {
        var lineage = new Lineage();
        traces.forEach(recorded -> lineage.add(recorded, target));
        return lineage.downstream();
    }

    private void add(Recorded recorded, Predicate<Recorded> target) {
        TraceId id = recorded.id();
        Trace trace = recorded.trace();
        offers.put(id, offers(trace));
        inputs(trace)
                .forEach(input ->
                        consumers.computeIfAbsent(input, _ -> new ArrayList<>()).add(id));
        if (target.test(recorded)) {
            targets.add(id);
        }
    }

    private static List<Given> offers(Trace trace) {
        var offers = new ArrayList<Given>();
        collect(trace.key(), trace.output(), offers);
        return offers;
    }

    private static void collect(Key key, Output output, Collection<Given> offers) {
        offers.add(new Given(key, output.digest()));
        if (output instanceof Output.Parts parts) {
            parts.parts().values().forEach(part -> collect(key, part, offers));
        }
    }

    private static Set<Given> inputs(Trace trace) {
        var inputs = new LinkedHashSet<Given>();
        trace.inputs().upstreams().forEach((component, key) -> {
            String digest = trace.fingerprint().entries().get("upstream." + component);
            if (digest != null && digest.length() == 2 * Digest.BYTES) {
                inputs.add(new Given(key, Digest.parse(digest)));
            }
        });
        for (Load load : trace.inputs().loads()) {
            switch (load) {
                case Load.Value value -> inputs.add(new Given(value.key(), value.digest()));
                case Load.Offer(var _, int _, TraceId result, var _) ->
                    inputs.add(new Given(result.key(), trace.output().digest()));
                case Load.Seed _ -> {
                    // Randomness comes from nobody.
                }
            }
        }
        return inputs;
    }

    private List<TraceId> downstream() {
        var reached = new LinkedHashSet<TraceId>();
        var open = new ArrayDeque<>(targets);
        while (!open.isEmpty()) {
            for (Given given : offers.getOrDefault(open.remove(), List.of())) {
                for (TraceId consumer : consumers.getOrDefault(given, List.of())) {
                    if (!targets.contains(consumer) && reached.add(consumer)) {
                        open.add(consumer);
                    }
                }
            }
        }
        return List.copyOf(reached);
    }
}
