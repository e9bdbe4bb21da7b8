package dev.wadachi.engine;

import dev.wadachi.digest.Digest;
import dev.wadachi.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes failures: the true cause, the chain of tasks that led there, the last lines of the log, and the next step.
final class Failures {

    private static final int LAST_LINES = 20;

    private Failures() {}

    static Failure of(Node node, Throwable cause, int attempts, byte[] log, Set<Node> goals, Store store) {
        Digest whole = log.length > 0 ? store.blobs().put(log).digest() : null;
        List<String> lines = new String(log, StandardCharsets.UTF_8).lines().toList();
        return new Failure(
                node.key,
                node.label(),
                cause,
                chain(node, goals),
                attempts,
                lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()),
                whole,
                MemoryAdvice.on(node, cause).orElseGet(() -> hint(node, cause)));
    }

    /// From a goal down to the node, by the shortest way.
    private static List<String> chain(Node node, Set<Node> goals) {
        Map<Node, Node> neededBy = new HashMap<>();
        Deque<Node> open = new ArrayDeque<>(goals);
        goals.forEach(goal -> neededBy.put(goal, goal));
        while (!open.isEmpty() && !neededBy.containsKey(node)) {
            Node next = open.remove();
            for (Node needed : needs(next)) {
                if (neededBy.putIfAbsent(needed, next) == null) {
                    open.add(needed);
                }
            }
        }
        Deque<String> chain = new ArrayDeque<>();
        chain.push(node.label());
        for (Node at = node; neededBy.containsKey(at) && neededBy.get(at) != at; at = neededBy.get(at)) {
            chain.push(neededBy.get(at).label());
        }
        return List.copyOf(chain);
    }

    private static List<Node> needs(Node node) {
        List<Node> needs = new ArrayList<>();
        node.upstreams.forEach(upstream -> needs.add(upstream.node()));
        needs.addAll(node.loaded());
        return needs;
    }

    private static String hint(Node node, Throwable cause) {
        return switch (cause) {
            case ExpectationsBroken _ ->
                "nothing was stored; mend the data or the task, or change what " + node.name + ".expects() says";
            case RequirementsBroken broken ->
                node.name + " was not run; mend " + String.join(" and ", broken.upstreams()) + ", or change what "
                        + node.name + ".requires() says";
            case RevokedBytes _ ->
                "nothing was stored; mend what " + node.name
                        + " reads or does, or take the revocation back: wadachi revoke --list";
            case TimedOut _ -> "give it more time with @Timeout, or make it faster";
            case WorkerDied died -> died.hint();
            case Refused _, LoadCycle _ -> "nothing was stored";
            default -> "mend it and run again: what succeeded is kept";
        };
    }
}
