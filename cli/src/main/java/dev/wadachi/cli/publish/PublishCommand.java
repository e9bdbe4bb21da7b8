package dev.wadachi.cli.publish;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.Secrets;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.goal.GoalOptions;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.cli.goal.TakesGoals;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.cli.project.CompiledProject;
import dev.wadachi.engine.Invocation;
import dev.wadachi.engine.Offering;
import dev.wadachi.store.Publication;
import dev.wadachi.store.Publications;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `wadachi publish`: offers a goal's output to other projects.
@CommandLine.Command(
        description = {
            "Gives a goal's output a stable, versioned name that other projects read.",
            "Runs nothing: a goal that is not up to date is refused. The same bytes are no new version."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi publish Demand forecast as shop/forecast",
            "  wadachi publish Demand forecast --week 2021-08-02 as shop/forecast --note \"without Sundays\""
        })
public final class PublishCommand implements TakesGoals {

    @Mixin
    private final GoalOptions goals = new GoalOptions();

    @Mixin
    private final StoreOption store = new StoreOption();

    @Option(names = "--note", paramLabel = "<text>", description = "What readers should know of this version.")
    private @Nullable String note;

    @Option(
            names = "--marked",
            description = "Publish also what is overridden, not reproducible or in doubt; readers are shown the marks.")
    private boolean marked;

    @Option(
            names = "--take-over",
            description = "Publish also under a name of another project; it is this one's from then on.")
    private boolean takeOver;

    @Option(
            names = "--breaking",
            description = "Publish also what lacks a column that readers need, or is of another type.")
    private boolean breaking;

    @Option(names = "--json", description = "Print the version as JSON, with what readers meet otherwise than before.")
    private boolean json;

    @Override
    public GoalOptions goals() {
        return goals;
    }

    @Override
    public ExitCode run(Surroundings around) {
        String name = goals.takeLast(
                "as",
                "say under which name: wadachi publish <Pipeline> <goal> as <team>/<name>, such as shop/forecast");
        Offering offering = offering(name);
        Workspace workspace = Workspace.of(around, goals.file(), store);
        CompiledProject classes = workspace.project().compile();
        Selection selection = goals.select(classes, classes.loader(), around.today());
        try (Wadachi wadachi = workspace.open()) {
            Publications.Outcome outcome = wadachi.publish(
                    goals.request(selection, around.folder())
                            .invocation(new Invocation(
                                    selection.pipeline(),
                                    selection.goals(),
                                    selection.parameters(),
                                    Secrets.masked(around.command()))),
                    offering);
            if (json) {
                around.terminal()
                        .out()
                        .print(PublishedText.json(outcome, wadachi.store()).pretty());
            } else {
                around.terminal().out().println(text(outcome));
            }
            return ExitCode.OK;
        }
    }

    private Offering offering(String name) {
        try {
            Offering offering = Offering.as(name).withNote(note == null ? "" : note);
            offering = marked ? offering.withMarks() : offering;
            offering = takeOver ? offering.takingOver() : offering;
            return breaking ? offering.breaking() : offering;
        } catch (IllegalArgumentException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private static String text(Publications.Outcome outcome) {
        Publication version = outcome.version();
        return switch (outcome) {
            case Publications.Outcome.New(var _, List<String> changes) ->
                "published " + version.title() + ": " + version.goal() + ", a " + version.type() + " of "
                        + Quantity.ofBytes(version.output().bytes())
                        + changes.stream().map(change -> "\n  it " + change).collect(Collectors.joining());
            case Publications.Outcome.Unchanged _ -> "nothing new: " + version.title() + " has the same bytes";
        };
    }
}
