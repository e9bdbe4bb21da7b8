package dev.wadachi.cli.production;

import dev.wadachi.cli.explain.MarkText;
import dev.wadachi.digest.Key;
import dev.wadachi.engine.Step;
import dev.wadachi.engine.TaskResult;
import dev.wadachi.store.Mark;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.RunId;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What production, and any profile unless it says otherwise, refuses: code and results that are not committed, and
/// results that stand by somebody's word (an `accept`, a reused or given value, a revoked input), unless each is named.
///
/// @param profile what it is called
/// @param project the project's root
/// @param allowed what was named, such as `accepted:Train`
public record Production(String profile, Path project, Set<String> allowed) {

    static final String UNCOMMITTED = "uncommitted";

    /// Keeps an unmodifiable copy.
    public Production {
        allowed = Set.copyOf(allowed);
    }

    /// All that can be known before anything runs.
    ///
    /// @param steps what would happen to each task
    public List<Objection> before(List<Step> steps, Store store) {
        List<Objection> objections = new ArrayList<>();
        WorkingTree.of(project).objection().ifPresent(objections::add);
        Map<Mark, Key> marks = new LinkedHashMap<>();
        Map<String, Recorded> kept = new LinkedHashMap<>();
        for (Step step : steps) {
            step.marks().forEach(mark -> marks.putIfAbsent(mark, step.key()));
            step.result().ifPresent(recorded -> kept.put(step.label(), recorded));
        }
        objections.addAll(to(marks));
        objections.addAll(to(kept, store));
        return notAllowed(objections);
    }

    /// All that is known once it has run.
    public List<Objection> after(List<TaskResult> tasks, Store store) {
        Map<Mark, Key> marks = new LinkedHashMap<>();
        Map<String, Recorded> kept = new LinkedHashMap<>();
        for (TaskResult task : tasks) {
            task.marks().forEach(mark -> marks.putIfAbsent(mark, task.key()));
            if (task.outcome() == Outcome.HIT) {
                task.trace().flatMap(store.traces()::find).ifPresent(recorded -> kept.put(task.label(), recorded));
            }
        }
        List<Objection> objections = new ArrayList<>(to(marks));
        objections.addAll(to(kept, store));
        return notAllowed(objections);
    }

    private List<Objection> notAllowed(List<Objection> objections) {
        return objections.stream()
                .filter(objection -> !allowed.contains(objection.allow()))
                .distinct()
                .toList();
    }

    /// A mark that passes on to what follows is told once, of the task that it began with.
    private static List<Objection> to(Map<Mark, Key> marks) {
        List<Objection> objections = new ArrayList<>();
        marks.forEach((mark, key) -> word(mark.kind())
                .ifPresent(word -> objections.add(new Objection(
                        key.task() + " is " + MarkText.of(mark),
                        "compute it with --rerun " + key.task(),
                        word + ":" + key.task()))));
        return objections;
    }

    /// What a mark is called after `--allow`; empty for one that production takes.
    private static Optional<String> word(Mark.Kind kind) {
        return switch (kind) {
            case ACCEPTED -> Optional.of("accepted");
            case NOT_REPRODUCIBLE -> Optional.of("reused");
            case OVERRIDDEN -> Optional.of("given");
            case AFFECTED -> Optional.of("doubtful");
            case NONDETERMINISTIC, DIFFERED -> Optional.empty();
        };
    }

    /// Results of runs that are no longer known pass: their code signature is that of what is committed now.
    private static List<Objection> to(Map<String, Recorded> kept, Store store) {
        Map<RunId, Boolean> known = new HashMap<>();
        Predicate<RunId> isUncommitted = run ->
                known.computeIfAbsent(run, id -> isUncommitted(store.runs().find(id.text())));
        List<Objection> objections = new ArrayList<>();
        kept.forEach((label, recorded) -> {
            RunId run = recorded.trace().origin().run();
            if (isUncommitted.test(run)) {
                String task = recorded.trace().key().task();
                objections.add(new Objection(
                        label + " was computed from what was not committed (run " + run.shortText() + ")",
                        "compute it with --rerun " + task,
                        UNCOMMITTED + ":" + task));
            }
        });
        return objections;
    }

    private static boolean isUncommitted(Optional<RunRecord> run) {
        return run.isPresent()
                && run.get()
                        .start()
                        .repository()
                        .map(commit -> commit.dirtyDiff().isPresent())
                        .orElse(true);
    }
}
