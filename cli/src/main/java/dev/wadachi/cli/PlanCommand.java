package dev.wadachi.cli;

import dev.wadachi.cli.explain.PlanJson;
import dev.wadachi.cli.explain.PlanTable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `wadachi plan`: every task that the goals need, and what would happen to it.
@CommandLine.Command(
        description = "Says what a run would do, task by task. Runs nothing.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi plan Demand evaluate --week 2021-08-09",
            "  wadachi plan Demand evaluate --json | jq '.steps[] | select(.decision == \"will run\").label'"
        })
final class PlanCommand implements TakesGoals {

    @Mixin
    private final GoalOptions goals = new GoalOptions();

    @Mixin
    private final StoreOption store = new StoreOption();

    @Option(names = "--json", description = "Print the plan as JSON.")
    private boolean json;

    @Override
    public GoalOptions goals() {
        return goals;
    }

    @Override
    public ExitCode run(Surroundings around) {
        return Planned.of(around, goals, store, planned -> {
            if (json) {
                around.terminal().out().print(PlanJson.of(planned.plan()).pretty());
            } else {
                PlanTable.of(planned.plan()).forEach(around.terminal().out()::println);
            }
            return ExitCode.OK;
        });
    }
}
