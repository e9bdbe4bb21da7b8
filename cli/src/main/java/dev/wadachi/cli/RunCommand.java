package dev.wadachi.cli;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.cli.progress.Progress;
import dev.wadachi.cli.progress.Terminal;
import dev.wadachi.cli.project.CompiledProject;
import dev.wadachi.engine.Invocation;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `wadachi run`: brings goals up to date and prints them.
@CommandLine.Command(
        description = "Runs what is not there yet, and prints the result.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi run Demand evaluate --week 2021-08-02",
            "  wadachi run Demand evaluate --algorithm ridge,gbdt    a sweep; shared work runs once",
            "  wadachi run Demand Features                           any task of the graph",
            "  wadachi run Shop.java Demand evaluate                 a single file",
            "  wadachi run Demand evaluate --rerun Train+            again, with all that follows"
        })
final class RunCommand implements TakesGoals {

    @Mixin
    private final GoalOptions goals = new GoalOptions();

    @Mixin
    private final StoreOption store = new StoreOption();

    @Mixin
    private final RunOptions options = new RunOptions();

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
        Terminal terminal = options.isPlain() ? around.terminal().plain() : around.terminal();
        Workspace workspace = Workspace.of(around, goals.file(), store);
        CompiledProject classes = workspace.project().compile();
        ClassLoader loader = classes.loader();
        Selection selection = goals.select(classes, loader, around.today());
        Request request = goals.request(selection, around.folder())
                .jobs(options.jobs())
                .invocation(new Invocation(
                        selection.pipeline(),
                        selection.goals(),
                        selection.parameters(),
                        Secrets.masked(around.command())));
        if (durable) {
            request = request.durable();
        }
        try (Wadachi wadachi = workspace.open()) {
            Progress progress = Progress.on(terminal, selection.title());
            around.cancellation().means(progress::stopping, wadachi::cancel);
            Report report;
            try (progress) {
                report = wadachi.run(request.listener(around.cancellation().watching(progress)));
            }
            return new RunResult(selection, report, goals.reused(), progress.account(), new UserFrames(classes))
                    .print(terminal, json);
        }
    }
}
