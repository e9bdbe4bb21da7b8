package dev.wadachi.engine;

import dev.wadachi.store.Dependent;
import dev.wadachi.store.Mark;
import dev.wadachi.store.Ownership;
import dev.wadachi.store.Publication;
import dev.wadachi.store.Publications;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Store;
import dev.wadachi.store.Trace;
import dev.wadachi.task.Done;
import dev.wadachi.task.Sink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts a goal's kept result under a name for others. Runs nothing: what others will rely on is looked at first.
///
/// @param store where it is kept
/// @param user who publishes
record Publishing(Store store, String user) {

    /// With these a result is not what its code and inputs give to everybody.
    private static final Set<Mark.Kind> DOUBTFUL =
            EnumSet.of(Mark.Kind.OVERRIDDEN, Mark.Kind.NOT_REPRODUCIBLE, Mark.Kind.DIFFERED, Mark.Kind.AFFECTED);

    /// Publishes the one goal of a request.
    ///
    /// @param known problems that are known already
    /// @throws Refused with everything that is in the way
    Publications.Outcome publish(Request request, Graph graph, Plan plan, Offering offering, List<String> known) {
        List<String> problems = new ArrayList<>(known);
        Set<Node> goals = new LinkedHashSet<>();
        request.goals().forEach(goal -> Optional.ofNullable(graph.find(goal)).ifPresent(goals::add));
        if (goals.size() != 1) {
            problems.add("one result is published under one name, but these are " + goals.size() + ": "
                    + goals.stream().map(Node::label).limit(5).collect(Collectors.joining(", ")));
            throw new Refused(problems);
        }
        Node goal = goals.iterator().next();
        if (goal.task instanceof Sink || goal.codec.type() == Done.class) {
            problems.add(goal.label() + " acts outside and leaves nothing here that others could read; publish what it"
                    + " reads, or a table that it writes");
        }
        Step step = plan.steps().stream()
                .filter(each -> each.key().equals(goal.key))
                .findFirst()
                .orElseThrow();
        Optional<Recorded> result = result(goal, step, problems);
        List<Mark> marks = step.marks().stream()
                .filter(mark -> DOUBTFUL.contains(mark.kind()))
                .toList();
        if (!offering.waives(Offering.Objection.MARKED)) {
            marks.forEach(mark -> problems.add(goal.label() + " is marked: " + mark.because()
                    + "; mend that, or publish it with its marks (--marked)"));
        }
        Ownership ownership = offering.waives(Offering.Objection.FOREIGN) ? Ownership.TAKE_OVER : Ownership.RESPECT;
        store.publications()
                .objection(offering.name(), ownership)
                .ifPresent(objection -> problems.add(objection + ", or publish under another name"));
        Optional<Publication> draft = result.map(recorded -> draft(goal, recorded, request, offering, marks));
        List<String> changes =
                draft.map(version -> changes(version, goal, offering, problems)).orElse(List.of());
        if (!problems.isEmpty()) {
            throw new Refused(problems);
        }
        return store.publications().publish(draft.orElseThrow(), ownership, changes);
    }

    /// What readers meet otherwise than in the version that they get, or in the last that they could have had where
    /// none stands; a problem for each of them that it takes something from.
    private List<String> changes(Publication draft, Node goal, Offering offering, List<String> problems) {
        Optional<ShapeChange> change = store.publications()
                .newest(draft.name())
                .or(() -> store.publications().last(draft.name()))
                .map(before -> ShapeChange.between(before, draft, goal.codec))
                .filter(found -> !found.told().isEmpty());
        if (change.isEmpty()) {
            return List.of();
        }
        List<String> told = new ArrayList<>(change.get().told());
        for (Dependent reader : store.dependents(Set.of(draft.name()))) {
            String taken = change.get().takenFrom(reader);
            String who = reader.task() + " of project " + reader.project();
            if (taken.isEmpty()) {
                told.add("is read by " + who);
            } else if (offering.waives(Offering.Objection.BREAKING)) {
                told.add("takes " + taken + " from " + who);
            } else {
                problems.add("it " + String.join("; it ", change.get().told()) + ". That would take " + taken + " from "
                        + who + ", which " + (reader.needs().isEmpty() ? "does not say what it needs" : "needs it")
                        + "; keep it, publish under another name, or say that it is meant (--breaking)");
            }
        }
        return told;
    }

    private Optional<Recorded> result(Node goal, Step step, List<String> problems) {
        if (step.decision() != Step.Decision.UP_TO_DATE) {
            problems.add(goal.label() + " is not up to date ("
                    + step.causes().stream().map(Cause::text).collect(Collectors.joining("; "))
                    + "); run it, look at it, then publish it");
            return Optional.empty();
        }
        Optional<Recorded> result = step.result();
        if (result.isEmpty()) {
            problems.add(goal.label() + " has a given value here; publish what the task itself computes");
        } else if (store.blobs().open(result.get().trace().output()).isEmpty()) {
            problems.add("the bytes of " + goal.label() + " are gone from the store; run it again");
        }
        return result;
    }

    private Publication draft(Node goal, Recorded result, Request request, Offering offering, List<Mark> marks) {
        Trace trace = result.trace();
        return new Publication(
                offering.name(),
                1,
                store.project(),
                goalText(goal, request.invocation()),
                result.id(),
                trace.output(),
                trace.codec(),
                goal.codec.type().getSimpleName(),
                trace.notes().valueProfile().orElse(null),
                trace.origin().run(),
                Instant.now(),
                user,
                offering.note(),
                marks);
    }

    private static String goalText(Node goal, Invocation made) {
        return made.pipeline().isEmpty()
                ? goal.label()
                : (made.pipeline() + " " + String.join(" ", made.goals())).strip();
    }
}
