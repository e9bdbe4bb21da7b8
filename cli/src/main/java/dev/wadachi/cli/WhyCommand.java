package dev.wadachi.cli;

import dev.wadachi.cli.explain.WhyText;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/// `wadachi why`: the root causes of what would run.
@CommandLine.Command(
        description = "Says why goals are not up to date: the root causes alone. Runs nothing.",
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi why Demand evaluate", "  wadachi why Demand evaluate --seed 7"})
final class WhyCommand implements TakesGoals {

    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Override
    public GoalOptions goals() {
        return plan.goals();
    }

    @Override
    public ExitCode run(Surroundings around) {
        return plan.tell(
                around, planned -> WhyText.of(planned, task -> Reasons.asked(NextCommand.accept(task, around))));
    }
}
