package dev.wadachi.cli.run;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.explain.PlanTable;
import dev.wadachi.cli.goal.GoalOptions;
import dev.wadachi.cli.goal.TakesGoals;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/// `wadachi plan`: every task that the goals need, and what would happen to it.
@CommandLine.Command(
        description = "Says what a run would do, task by task. Runs nothing.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi plan Demand evaluate --week 2021-08-09",
            "  wadachi plan Demand evaluate --json | jq '.steps[] | select(.decision == \"will run\").label'"
        })
public final class PlanCommand implements TakesGoals {

    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Override
    public GoalOptions goals() {
        return plan.goals();
    }

    @Override
    public ExitCode run(Surroundings around) {
        return plan.tell(around, PlanTable::of);
    }
}
