package dev.wadachi.engine;

import dev.wadachi.digest.Fingerprint;
import dev.wadachi.parameter.Nearest;
import dev.wadachi.store.Accept;
import dev.wadachi.store.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Declares what differs in code and surroundings equal, for tasks whose results are to stand.
///
/// Parameters, upstreams and stamps are never accepted: they say what was asked for, not how it is computed.
final class Accepting {

    private static final Set<String> ACCEPTABLE = Set.of("code", "version", "jdk", "codec", "scheme");

    private final Workshop shop;
    private final Graph graph;
    private final String user;

    Accepting(Workshop shop, Graph graph, String user) {
        this.shop = shop;
        this.graph = graph;
        this.user = user;
    }

    List<Accept> accept(String task, String library, String reason) {
        if (!task.equals(Accept.EVERY_TASK) && !graph.names().contains(task)) {
            throw new Refused(List.of("no task " + task + " is needed here"
                    + Nearest.to(task, graph.names())
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("")
                    + " There are " + String.join(", ", graph.names())));
        }
        Predicate<String> wanted = library.isEmpty()
                ? entry -> ACCEPTABLE.contains(entry) || entry.startsWith("library.") || entry.startsWith("module.")
                : entry -> entry.equals("library." + library);
        Set<Accept> accepts = new LinkedHashSet<>();
        Instant now = Instant.now();
        for (Node node : graph.nodes()) {
            if (node.settlement == null && (task.equals(Accept.EVERY_TASK) || task.equals(node.name))) {
                accepts.addAll(differences(node, wanted, reason, now));
            }
        }
        accepts.forEach(shop.store().accepts()::accept);
        return List.copyOf(accepts);
    }

    private List<Accept> differences(Node node, Predicate<String> wanted, String reason, Instant now) {
        Fingerprint surroundings = shop.fingerprints().surroundings(node);
        Optional<Trace> newest =
                shop.store().traces().ofKey(node.key, 1).stream().findFirst().map(recorded -> recorded.trace());
        List<Accept> accepts = new ArrayList<>();
        newest.ifPresent(trace -> trace.fingerprint().entries().forEach((entry, before) -> {
            String after = surroundings.entries().get(entry);
            if (after != null && !after.equals(before) && wanted.test(entry)) {
                accepts.add(new Accept(node.key.task(), entry, before, after, reason, user, now));
            }
        }));
        return accepts;
    }
}
