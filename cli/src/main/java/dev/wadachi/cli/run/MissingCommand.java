package dev.wadachi.cli.run;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.goal.GoalOptions;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.cli.goal.TakesGoals;
import dev.wadachi.cli.project.CompiledProject;
import dev.wadachi.engine.Backfill;
import dev.wadachi.engine.BackfillPlan;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Listening;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `wadachi missing`: which points of a range of time are not there yet.
@CommandLine.Command(
        description = "Lists the points of a range of time that are not up to date, and why. Runs nothing.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi missing Demand evaluate --week 2021-01-04..2021-12-27",
            "  wadachi missing Demand evaluate --day today-7d..today --json | jq -r '.missing[].point'"
        })
public final class MissingCommand implements TakesGoals {

    @Mixin
    private final GoalOptions goals = new GoalOptions();

    @Mixin
    private final StoreOption store = new StoreOption();

    @Option(names = "--json", description = "Print what is missing as JSON.")
    private boolean json;

    @Override
    public GoalOptions goals() {
        return goals;
    }

    @Override
    public ExitCode run(Surroundings around) {
        Workspace workspace = Workspace.of(around, goals.file(), store);
        CompiledProject classes = workspace.project().compile();
        Selection selection = goals.select(classes, classes.loader(), around.today());
        if (selection.overTime().isEmpty()) {
            throw new BadInput("missing looks at a range of time, and no parameter has one: give one as from..to, such"
                    + " as --week 2021-01-04..2021-08-02; of one point `wadachi why` tells more");
        }
        Points points = Points.of(selection, around, new CommandLine(new MissingCommand()).getCommandSpec());
        Request request = goals.request(selection, around.folder());
        List<Backfill.Point> all = new ArrayList<>();
        points.selections().forEach((name, part) -> all.add(new Backfill.Point(name, request.goals(part.tasks()))));
        try (Wadachi wadachi = workspace.open();
                Listening _ =
                        wadachi.store().tell(warning -> around.terminal().err().println("warning: " + warning))) {
            BackfillPlan plan = wadachi.plan(Backfill.of(all));
            if (json) {
                around.terminal().out().print(MissingText.json(plan, points).pretty());
            } else {
                MissingText.of(plan, points).forEach(around.terminal().out()::println);
            }
            return ExitCode.OK;
        }
    }
}
