package dev.wadachi.engine;

import dev.wadachi.digest.Fingerprint;
import dev.wadachi.parameter.Nearest;
import dev.wadachi.store.Accept;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Declares what differs in code and surroundings equal, for tasks whose results are to stand.
///
/// Parameters, upstreams and stamps are never accepted: they say what was asked for, not how it is computed. Nor is
/// another codec: it could not read what the old one wrote. An entry that came or went, such as a library that a task
/// newly reaches, is accepted like one that changed.
final class Accepting {

    private static final Set<String> ACCEPTABLE = Set.of("code", "version", "jdk", "zone", "locale", "charset");
    private static final Set<String> ACCEPTABLE_KINDS = Set.of("library", "module");

    private final Workshop shop;
    private final Graph graph;
    private final String user;

    Accepting(Workshop shop, Graph graph, String user) {
        this.shop = shop;
        this.graph = graph;
        this.user = user;
    }

    List<Accept> accept(String task, String library, String reason) {
        EarlierLoads loads = new EarlierLoads(graph, shop.store());
        loads.complete();
        if (graph.nodes().stream().noneMatch(node -> isMeant(task, node))) {
            throw new Refused(List.of("no task " + task + " is needed here"
                    + Nearest.to(task, graph.names())
                            .map(near -> "; did you mean " + near + "?")
                            .orElse(".")
                    + " There are " + String.join(", ", graph.names())));
        }
        Predicate<String> wanted =
                library.isEmpty() ? Accepting::isAcceptable : entry -> entry.equals("library." + library);
        Set<Accept> accepts = new LinkedHashSet<>();
        Instant now = Instant.now();
        for (Node node : graph.nodes()) {
            if (node.settlement == null && isMeant(task, node)) {
                accepts.addAll(differences(node, wanted, reason, now));
            }
        }
        accepts.forEach(shop.store().accepts()::accept);
        return List.copyOf(accepts);
    }

    /// A renamed task is known by both names.
    private static boolean isMeant(String task, Node node) {
        return task.equals(Accept.EVERY_TASK) || task.equals(node.name) || task.equals(node.key.task());
    }

    private List<Accept> differences(Node node, Predicate<String> wanted, String reason, Instant now) {
        Fingerprint surroundings = shop.fingerprints().surroundings(node);
        Optional<Trace> nearest =
                shop.explainer().nearestOfKey(node, asFarAsKnown(node)).map(Recorded::trace);
        List<Accept> accepts = new ArrayList<>();
        nearest.ifPresent(trace -> {
            Map<String, String> kept = trace.fingerprint().entries();
            Set<String> entries = new TreeSet<>(kept.keySet());
            entries.addAll(surroundings.entries().keySet());
            for (String entry : entries) {
                String before = kept.getOrDefault(entry, Accept.ABSENT);
                String after = surroundings.entries().getOrDefault(entry, Accept.ABSENT);
                if (!after.equals(before) && wanted.test(entry)) {
                    accepts.add(new Accept(node.key.task(), entry, before, after, reason, user, now));
                }
            }
        });
        return accepts;
    }

    /// The fingerprint without what upstreams give, so that a source's result is compared with that of the same data.
    private Fingerprint asFarAsKnown(Node node) {
        try {
            return shop.fingerprints().of(node, _ -> Optional.empty(), _ -> {});
        } catch (Exception cannotBeAsked) {
            return shop.fingerprints().surroundings(node);
        }
    }

    /// Whether people may say that a change of this entry leaves results as they are.
    static boolean isAcceptable(String entry) {
        int dot = entry.indexOf('.');
        return dot < 0 ? ACCEPTABLE.contains(entry) : ACCEPTABLE_KINDS.contains(entry.substring(0, dot));
    }
}
