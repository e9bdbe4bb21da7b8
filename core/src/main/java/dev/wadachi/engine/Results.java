package dev.wadachi.engine;

import dev.wadachi.store.Mark;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.Output;
import dev.wadachi.store.Recorded;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes the results that are reported for nodes.
final class Results {

    private Results() {}

    static TaskResult given(Node node, Output output) {
        return of(
                node,
                Outcome.HIT,
                List.of(),
                Optional.of(output),
                Optional.empty(),
                Duration.ZERO,
                Duration.ZERO,
                List.of());
    }

    /// A kept result. What it inherited when it was computed counts no more: its inputs have the same bytes now, and
    /// whether a user's word is behind them depends on this run's upstreams.
    ///
    /// @param kept the marks that it was kept with
    /// @param standing what is to be said of it today
    static Settlement.Valued hit(
            Node node, Output output, Optional<Recorded> recorded, List<Mark> kept, List<Mark> standing) {
        List<Mark> all = inherited(node, own(kept, standing));
        TaskResult result =
                of(node, Outcome.HIT, List.of(), Optional.of(output), recorded, Duration.ZERO, Duration.ZERO, all);
        return new Settlement.Valued(output, all, result);
    }

    /// What is to be said of a kept result itself, whatever its upstreams are now.
    static List<Mark> own(List<Mark> kept, List<Mark> standing) {
        return Stream.concat(kept.stream().filter(mark -> !mark.isPassedOn()), standing.stream())
                .toList();
    }

    /// What a user put in a node's place: whatever is upstream has no part in it.
    static Settlement.Valued standIn(Node node, Output output, Optional<Recorded> recorded, List<Mark> marks) {
        TaskResult result =
                of(node, Outcome.HIT, List.of(), Optional.of(output), recorded, Duration.ZERO, Duration.ZERO, marks);
        return new Settlement.Valued(output, marks, result);
    }

    static Settlement.Left skipped(Node node) {
        return new Settlement.Left(of(
                node,
                Outcome.SKIPPED,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                Duration.ZERO,
                List.of()));
    }

    static Settlement.Broken failed(Node node, List<Cause> causes, Failure failure, Duration wall, Duration cpu) {
        return new Settlement.Broken(
                failure, of(node, Outcome.FAILED, causes, Optional.empty(), Optional.empty(), wall, cpu, List.of()));
    }

    static TaskResult of(
            Node node,
            Outcome outcome,
            List<Cause> causes,
            Optional<Output> output,
            Optional<Recorded> recorded,
            Duration wall,
            Duration cpu,
            List<Mark> marks) {
        return new TaskResult(
                node.key,
                node.label(),
                outcome,
                causes,
                output.map(Output::digest),
                recorded.map(Recorded::id),
                output.map(Output::bytes).orElse(0L),
                wall,
                cpu,
                marks);
    }

    /// A node's own marks, and those that its upstreams pass on.
    static List<Mark> inherited(Node node, List<Mark> own) {
        Set<Mark> all = new LinkedHashSet<>(own);
        node.upstreams.forEach(upstream -> all.addAll(passedOn(upstream.node())));
        node.loaded().forEach(loaded -> all.addAll(passedOn(loaded)));
        return List.copyOf(all);
    }

    private static List<Mark> passedOn(Node upstream) {
        return upstream.settlement instanceof Settlement.Valued valued
                ? valued.marks().stream().filter(Mark::isPassedOn).toList()
                : List.of();
    }
}
