package dev.wadachi.cli.publish;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.goal.GoalOptions;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.cli.goal.TakesGoals;
import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.cli.project.CompiledProject;
import dev.wadachi.digest.Key;
import dev.wadachi.engine.Plan;
import dev.wadachi.engine.Step;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.store.Dependent;
import dev.wadachi.store.Load;
import dev.wadachi.store.Publication;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Store;
import dev.wadachi.store.Trace;
import dev.wadachi.store.TraceId;
import dev.wadachi.task.PublishedName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `wadachi dependents`: who relies on what is published.
@CommandLine.Command(
        description = {
            "Lists who reads a published name, or what is published from a goal or computed from it.",
            "Says which projects, tasks and goals do, which version they had, and when last."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi dependents shop/forecast",
            "  wadachi dependents Demand forecast",
            "  wadachi dependents Demand Features     whatever is published downstream of it"
        })
public final class DependentsCommand implements TakesGoals {

    @Mixin
    private final GoalOptions goals = new GoalOptions();

    @Mixin
    private final StoreOption store = new StoreOption();

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    @Override
    public GoalOptions goals() {
        return goals;
    }

    @Override
    public ExitCode run(Surroundings around) {
        return goals.onlyWord().filter(word -> word.contains("/")).isPresent() ? ofName(around) : ofGoals(around);
    }

    private ExitCode ofName(Surroundings around) {
        String word = goals.onlyWord().orElseThrow();
        try (Wadachi wadachi = Workspace.ofResults(around, store).open()) {
            Publication any = PublishedNames.versions(word, wadachi.store()).getLast();
            return tell(new TreeSet<>(Set.of(any.name())), word, wadachi.store(), around);
        }
    }

    private ExitCode ofGoals(Surroundings around) {
        Workspace workspace = Workspace.of(around, goals.file(), store);
        CompiledProject classes = workspace.project().compile();
        Selection selection = goals.select(classes, classes.loader(), around.today());
        try (Wadachi wadachi = workspace.open()) {
            Plan plan = wadachi.plan(goals.request(selection, around.folder()));
            return tell(
                    published(tasks(plan), goalsOf(selection), wadachi.store()),
                    selection.title(),
                    wadachi.store(),
                    around);
        }
    }

    /// The tasks that nobody else in the plan needs.
    private static Set<String> tasks(Plan plan) {
        Set<?> needed =
                plan.steps().stream().flatMap(step -> step.upstreams().stream()).collect(Collectors.toSet());
        return plan.steps().stream()
                .filter(step -> !needed.contains(step.key()))
                .map(Step::key)
                .map(key -> key.task())
                .collect(Collectors.toSet());
    }

    /// The goals as a publication calls them.
    private static Set<String> goalsOf(Selection selection) {
        Set<String> goals = new HashSet<>(Set.of(selection.title()));
        selection.goals().forEach(goal -> goals.add(selection.pipeline() + " " + goal));
        return goals;
    }

    /// What this project publishes of these goals, of these tasks' results, or of what was computed from them. Results
    /// may be forgotten, and the tasks be called otherwise today: the publication itself then tells.
    private static SortedSet<PublishedName> published(Set<String> tasks, Set<String> goals, Store kept) {
        Set<TraceId> results = new HashSet<>();
        kept.traces().forEachOwn(recorded -> {
            if (isOf(tasks, recorded.trace())) {
                results.add(recorded.id());
            }
        });
        List<TraceId> computed = kept.computedFrom((Recorded recorded) -> results.contains(recorded.id()));
        results.addAll(computed);
        return kept.publications().standing().stream()
                .filter(version -> results.contains(version.result())
                        || version.project().equals(kept.project())
                                && (goals.contains(version.goal())
                                        || tasks.contains(version.result().key().task())))
                .map(Publication::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Whether a result is of one of these tasks, or was computed from one of theirs, be it forgotten.
    private static boolean isOf(Set<String> tasks, Trace trace) {
        Stream<Key> loaded = trace.inputs().loads().stream()
                .flatMap(load -> load instanceof Load.Value value ? Stream.of(value.key()) : null);
        return Stream.of(Stream.of(trace.key()), trace.inputs().upstreams().values().stream(), loaded)
                .flatMap(keys -> keys)
                .anyMatch(key -> tasks.contains(key.task()));
    }

    private ExitCode tell(SortedSet<PublishedName> names, String asked, Store kept, Surroundings around) {
        List<Dependent> dependents = kept.dependents(names);
        if (json) {
            around.terminal()
                    .out()
                    .print(new JsonArray(dependents.stream()
                                    .<Json>map(DependentsCommand::json)
                                    .toList())
                            .pretty());
            return ExitCode.OK;
        }
        if (names.isEmpty()) {
            around.terminal().out().println("nothing is published of " + asked);
            return ExitCode.OK;
        }
        for (PublishedName name : names) {
            kept.publications()
                    .newest(name)
                    .ifPresent(newest -> around.terminal()
                            .out()
                            .println(newest.title() + " is the newest (" + newest.source() + ", "
                                    + Quantity.of(newest.at()) + ")"));
        }
        Columns columns = Columns.headed("name", "project", "task", "version", "goals", "last read", "run");
        dependents.forEach(dependent -> columns.row(
                dependent.name().toString(),
                dependent.project(),
                dependent.task(),
                Integer.toString(dependent.version()),
                String.join(", ", dependent.goals()),
                Quantity.of(dependent.at()),
                dependent.run().shortText()));
        around.terminal()
                .out()
                .println(
                        columns.isEmpty()
                                ? "nobody on this store has read it"
                                : columns.text(around.terminal().width()));
        return ExitCode.OK;
    }

    private static JsonObject json(Dependent dependent) {
        return JsonObject.builder()
                .put("name", dependent.name().toString())
                .put("project", dependent.project())
                .put("task", dependent.task())
                .put("version", dependent.version())
                .putTexts("goals", List.copyOf(dependent.goals()))
                .put("run", dependent.run().text())
                .put("at", dependent.at().toString())
                .build();
    }
}
