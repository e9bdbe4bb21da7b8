package dev.wadachi.cli.run;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.UserFrames;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.goal.GoalOptions;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.cli.goal.TakesGoals;
import dev.wadachi.cli.progress.Progress;
import dev.wadachi.cli.project.CompiledProject;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Verified;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/// `wadachi verify`: computes once more what is kept, and compares.
@CommandLine.Command(
        description = "Runs what is up to date once more and compares the bytes; says where they first differ.",
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi verify Demand evaluate"})
public final class VerifyCommand implements TakesGoals {

    @Mixin
    private final GoalOptions goals = new GoalOptions();

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public GoalOptions goals() {
        return goals;
    }

    @Override
    public ExitCode run(Surroundings around) throws Exception {
        Workspace workspace = Workspace.of(around, goals.file(), store);
        CompiledProject classes = workspace.project().compile();
        Selection selection = goals.select(classes, classes.loader(), around.today());
        try (Wadachi wadachi = workspace.open()) {
            Progress progress = Progress.on(around.terminal(), "verify " + selection.title());
            around.cancellation().means(progress::stopping, wadachi::cancel);
            Report report;
            try (progress) {
                report = wadachi.verify(goals.request(selection, around.folder())
                        .listener(around.cancellation().watching(progress)));
            }
            report.failures()
                    .forEach(failure -> new FailureReport(failure, progress.account(), new UserFrames(classes))
                            .print(around.terminal()));
            return tell(report, around.terminal().out());
        }
    }

    private static ExitCode tell(Report report, PrintStream out) {
        List<Verified> differing = all(Verified.Verdict.DIFFERENT, report);
        for (Verified verified : differing) {
            out.println(verified.label() + " gives other bytes than those kept: " + verified.difference());
            verified.suspects().forEach(suspect -> out.println("  suspect: " + suspect));
        }
        int meant = all(Verified.Verdict.MEANT_TO_DIFFER, report).size();
        out.println(all(Verified.Verdict.SAME, report).size() + " the same, " + differing.size() + " different"
                + (meant > 0 ? ", " + meant + " meant to differ (@Nondeterministic)" : ""));
        if (!report.succeeded() && report.failures().isEmpty()) {
            return ExitCode.INTERRUPTED;
        }
        return differing.isEmpty() && report.succeeded() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static List<Verified> all(Verified.Verdict verdict, Report report) {
        return report.verified().stream()
                .filter(verified -> verified.verdict() == verdict)
                .toList();
    }
}
