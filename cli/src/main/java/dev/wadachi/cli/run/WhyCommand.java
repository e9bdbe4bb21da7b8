package dev.wadachi.cli.run;

import dev.wadachi.cli.command.Arguments;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.NextCommand;
import dev.wadachi.cli.command.Reasons;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.explain.WhyText;
import dev.wadachi.cli.goal.GoalOptions;
import dev.wadachi.cli.goal.TakesGoals;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/// `wadachi why`: the root causes of what would run.
@CommandLine.Command(
        description = "Says why goals are not up to date: the root causes alone. Runs nothing.",
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi why Demand evaluate", "  wadachi why Demand evaluate --seed 7"})
public final class WhyCommand implements TakesGoals {

    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Override
    public GoalOptions goals() {
        return plan.goals();
    }

    @Override
    public ExitCode run(Surroundings around) {
        return plan.tell(around, planned -> WhyText.of(planned, task -> Reasons.asked(accept(task, around))));
    }

    /// What accepts the change of a task for these goals.
    private static NextCommand accept(String task, Surroundings around) {
        Arguments asked = Arguments.split(
                around.command().subList(2, around.command().size()),
                new CommandLine(new WhyCommand()).getCommandSpec());
        CommandSpec spec = new CommandLine(new AcceptCommand()).getCommandSpec();
        NextCommand accept = NextCommand.of("wadachi", "accept", task).with(asked.own());
        for (Map.Entry<String, List<String>> parameter : asked.parameters().entrySet()) {
            List<String> values = parameter.getValue().isEmpty() ? List.of("true") : parameter.getValue();
            for (String value : values) {
                accept = accept.withParameter(parameter.getKey(), value, spec);
            }
        }
        return accept.masked();
    }
}
