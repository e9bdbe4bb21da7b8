package dev.wadachi.cli;

import dev.wadachi.cli.explain.PlanJson;
import dev.wadachi.cli.explain.WhyText;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `wadachi why`: the root causes of what would run.
@CommandLine.Command(
        description = "Says why goals are not up to date: the root causes alone. Runs nothing.",
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi why Demand evaluate", "  wadachi why Demand evaluate --seed 7"})
final class WhyCommand implements TakesGoals {

    @Mixin
    private final GoalOptions goals = new GoalOptions();

    @Mixin
    private final StoreOption store = new StoreOption();

    @Option(names = "--json", description = "Print the whole plan as JSON.")
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
                WhyText.of(planned.plan(), task -> Reasons.asked(NextCommand.accept(task, around)))
                        .forEach(around.terminal().out()::println);
            }
            return ExitCode.OK;
        });
    }
}
