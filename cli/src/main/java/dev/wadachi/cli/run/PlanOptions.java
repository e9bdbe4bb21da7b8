package dev.wadachi.cli.run;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.explain.PlanJson;
import dev.wadachi.cli.goal.GoalOptions;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.cli.project.CompiledProject;
import dev.wadachi.engine.Plan;
import dev.wadachi.store.Listening;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What the commands take that make a plan and tell it.
final class PlanOptions {

    @Mixin
    private final GoalOptions goals = new GoalOptions();

    @Mixin
    private final StoreOption store = new StoreOption();

    @Option(names = "--json", description = "Print the plan as JSON.")
    private boolean json;

    GoalOptions goals() {
        return goals;
    }

    /// Makes the plan, and prints it as JSON where that was asked for, else as this text.
    ExitCode tell(Surroundings around, Function<Plan, List<String>> text) {
        Workspace workspace = Workspace.of(around, goals.file(), store);
        CompiledProject classes = workspace.project().compile();
        Selection selection = goals.select(classes, classes.loader(), around.today());
        Consumer<String> warn = warning -> around.terminal().err().println("warning: " + warning);
        try (Wadachi wadachi = workspace.open();
                Listening _ = wadachi.store().tell(warn)) {
            Plan plan = wadachi.plan(goals.request(selection, around.folder()));
            plan.warnings().forEach(warn);
            if (json) {
                around.terminal().out().print(PlanJson.of(plan).pretty());
            } else {
                text.apply(plan).forEach(around.terminal().out()::println);
            }
            return ExitCode.OK;
        }
    }
}
