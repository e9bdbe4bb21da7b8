package dev.wadachi.engine;

import java.util.List;
import java.util.Objects;

/// A request with all that it takes to plan it or to carry it out, before anything is done.
///
/// @param shop what tasks are looked up, explained and run with
/// @param request the request
/// @param graph its goals and all that they depend on
/// @param overrides what stands in place of results that would be computed
/// @param needed what the goals need of the graph, every upstream before what depends on it
record Preparation(Workshop shop, Request request, Graph graph, Overrides overrides, List<Node> needed) {

    Preparation {
        needed = List.copyOf(needed);
    }

    /// What the goals need.
    ///
    /// @throws Refused if what the user names in a task's place cannot be used
    static List<Node> needed(Request request, Graph graph, Overrides overrides) {
        try {
            return overrides.needed(goals(request, graph));
        } catch (Refused refused) {
            throw refused;
        } catch (IllegalArgumentException unusable) {
            throw new Refused(List.of(String.valueOf(unusable.getMessage())));
        }
    }

    /// The nodes of the goals, in their order.
    List<Node> goals() {
        return goals(request, graph);
    }

    private static List<Node> goals(Request request, Graph graph) {
        return request.goals().stream()
                .map(goal -> Objects.requireNonNull(graph.find(goal)))
                .toList();
    }

    /// What sinks among them act on.
    ///
    /// @throws Refused if several act on one target
    Targets targets() {
        return Targets.of(needed, overrides, shop.outside());
    }

    Plan plan() {
        return new Planner(this).plan();
    }
}
