package dev.wadachi.cli.run;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.explain.PlanJson;
import dev.wadachi.cli.explain.RunDifferenceText;
import dev.wadachi.cli.goal.GoalOptions;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.cli.project.CompiledProject;
import dev.wadachi.engine.Plan;
import dev.wadachi.engine.Request;
import dev.wadachi.engine.RunDifference;
import dev.wadachi.store.Listening;
import dev.wadachi.store.RunRecord;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        Consumer<String> warn = warning -> around.terminal().err().println("warning: " + warning);
        return tell(around, warn, (wadachi, request) -> {
            Plan plan = wadachi.plan(request);
            plan.warnings().forEach(warn);
            return json ? PlanJson.of(plan).pretty() : lines(text.apply(plan));
        });
    }

    /// Compares the plan with an earlier run, and prints how they differ.
    ///
    /// @param run its id, or the end of it
    ExitCode compare(Surroundings around, String run) {
        Consumer<String> warn = warning -> around.terminal().err().println("warning: " + warning);
        return tell(around, warn, (wadachi, request) -> {
            RunRecord then = wadachi.store()
                    .runs()
                    .find(run)
                    .orElseThrow(() -> new BadInput("there is no run " + run + "; `wadachi ls --runs` lists them"));
            RunDifference difference = wadachi.differences(request, then);
            return json ? RunDifferenceText.json(difference).pretty() : lines(RunDifferenceText.of(difference));
        });
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> line + System.lineSeparator()).collect(Collectors.joining());
    }

    private ExitCode tell(Surroundings around, Consumer<String> warn, BiFunction<Wadachi, Request, String> text) {
        Workspace workspace = Workspace.of(around, goals.file(), store);
        CompiledProject classes = workspace.project().compile();
        Selection selection = goals.select(classes, classes.loader(), around.today());
        try (Wadachi wadachi = workspace.open();
                Listening _ = wadachi.store().tell(warn)) {
            around.terminal().out().print(text.apply(wadachi, goals.request(selection, around.folder())));
            return ExitCode.OK;
        }
    }
}
