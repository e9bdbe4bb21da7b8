package dev.wadachi.cli.run;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.NextCommand;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.UserFrames;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.goal.GoalOptions;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.cli.goal.TakesGoals;
import dev.wadachi.cli.notice.Notices;
import dev.wadachi.cli.production.ProfileOptions;
import dev.wadachi.cli.progress.Terminal;
import dev.wadachi.cli.project.CompiledProject;
import dev.wadachi.engine.Request;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.RunStart;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// `wadachi run`: brings goals up to date and prints them.
@CommandLine.Command(
        description = "Runs what is not there yet, and prints the result.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi run Demand evaluate --week 2021-08-02",
            "  wadachi run Demand evaluate --algorithm ridge,gbdt    a sweep; shared work runs once",
            "  wadachi run Demand evaluate --week 2021-01-04..2021-08-02   a range of time: a run for each point",
            "  wadachi run Demand Features                           any task of the graph",
            "  wadachi run Shop.java Demand evaluate                 a single file",
            "  wadachi run Demand evaluate --rerun Train+            again, with all that follows"
        })
public final class RunCommand implements TakesGoals {

    @Mixin
    private final GoalOptions goals = new GoalOptions();

    @Mixin
    private final StoreOption store = new StoreOption();

    @Mixin
    private final RunOptions options = new RunOptions();

    @Mixin
    private final BackfillOptions backfill = new BackfillOptions();

    @Mixin
    private final ProfileOptions profile = new ProfileOptions();

    @Option(names = "--watch", description = "Run again whenever a file of the project is saved, until Ctrl-C.")
    @SuppressWarnings("unused") // Whoever carries out the command looks for it among the words.
    private boolean watch;

    @Option(names = "--durable", description = "Force each result to the disk before it counts as done.")
    private boolean durable;

    @Option(names = "--json", description = "Print what came of it as JSON.")
    private boolean json;

    @Override
    public GoalOptions goals() {
        return goals;
    }

    @Override
    public ExitCode run(Surroundings around) throws Exception {
        Terminal terminal = options.on(around.terminal());
        Workspace workspace = Workspace.of(around, goals.file(), store);
        try (Notices notices = Notices.of(workspace.project(), around, terminal)) {
            Obstacles obstacles = new Obstacles(notices, goals.asTyped(around), workspace.project());
            return obstacles.told(() -> run(workspace, notices, terminal, around));
        }
    }

    private ExitCode run(Workspace workspace, Notices notices, Terminal terminal, Surroundings around)
            throws Exception {
        CompiledProject classes = workspace.project().compile();
        ClassLoader loader = classes.loader();
        Selection selection = goals.select(classes, loader, around.today());
        Request request = goals.request(selection, around.folder()).jobs(options.jobs());
        if (durable) {
            request = request.durable();
        }
        if (selection.overTime().isEmpty()) {
            backfill.refuseWithoutRange();
        }
        UserFrames frames = new UserFrames(classes);
        Gate gate = new Gate(
                profile.production(workspace.project(), store), terminal, json ? Gate.Form.JSON : Gate.Form.TEXT);
        try (Wadachi wadachi = workspace.open()) {
            Session session = new Session(wadachi, gate, notices, around, terminal, json);
            if (selection.overTime().isEmpty()) {
                return new SingleRun(selection, request, goals.reused(selection), frames).run(session);
            }
            CommandSpec spec = new CommandLine(new RunCommand()).getCommandSpec();
            Points points = Points.of(selection, around, spec);
            return new BackfillRun(selection, points, backfill, request, frames).run(session);
        }
    }

    /// The goals of an earlier run, to be run again; empty if that run was of a program, or its file is not there.
    public static Optional<NextCommand> again(RunRecord run, Surroundings around) {
        RunStart start = run.start();
        Optional<String> file = NextCommand.fileOf(run);
        if (start.pipeline().isEmpty()
                || file.filter(name -> !Files.exists(around.folder().resolve(name)))
                        .isPresent()) {
            return Optional.empty();
        }
        CommandSpec spec = new CommandLine(new RunCommand()).getCommandSpec();
        NextCommand again = NextCommand.of("wadachi", "run")
                .with(file.stream().toList())
                .with(start.pipeline())
                .with(start.goals());
        for (Map.Entry<String, String> parameter : start.parameters().entrySet()) {
            again = again.withParameter(parameter.getKey(), parameter.getValue(), spec);
        }
        return Optional.of(again);
    }
}
