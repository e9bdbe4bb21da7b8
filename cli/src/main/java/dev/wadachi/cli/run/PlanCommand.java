package dev.wadachi.cli.run;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.explain.PlanTable;
import dev.wadachi.cli.goal.GoalOptions;
import dev.wadachi.cli.goal.TakesGoals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `wadachi plan`: every task that the goals need, and what would happen to it.
@CommandLine.Command(
        description = {
            "Says what a run would do, task by task. Runs nothing.",
            "With --diff, says how that differs from what an earlier run did: the root causes alone."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi plan Demand evaluate --week 2021-08-09",
            "  wadachi plan Demand evaluate --diff 7f3a     what differs from what that run saw",
            "  wadachi plan Demand evaluate --json | jq '.steps[] | select(.decision == \"will run\").label'"
        })
public final class PlanCommand implements TakesGoals {

    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Option(
            names = "--diff",
            paramLabel = "<run>",
            description = "Compare with this run: parameters, code, data, libraries, commit.")
    private @Nullable String run;

    @Override
    public GoalOptions goals() {
        return plan.goals();
    }

    @Override
    public ExitCode run(Surroundings around) {
        return run == null ? plan.tell(around, PlanTable::of) : plan.compare(around, run);
    }
}
