package dev.wadachi.cli.run;

import dev.wadachi.Settings;
import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.NextCommand;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.UserFrames;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.goal.GoalOptions;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.cli.progress.Account;
import dev.wadachi.cli.progress.Progress;
import dev.wadachi.cli.project.CompiledProject;
import dev.wadachi.cli.project.Project;
import dev.wadachi.cli.reproduce.Checkout;
import dev.wadachi.cli.reproduce.Reproduction;
import dev.wadachi.store.Commit;
import dev.wadachi.store.RunRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `wadachi reproduce`: computes a run once more from its own code and inputs.
@CommandLine.Command(
        description = {
            "Computes a run once more, from its own code and the recorded outputs of its sources.",
            "Its commit is checked out beside the project, and the results go to a store of their own. Says identical,"
                    + " or the first task and column that differ."
        },
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi reproduce 7f3a"})
public final class ReproduceCommand implements Command {

    @Parameters(index = "0", paramLabel = "<run>", description = "Which run.")
    private String run = "";

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) throws Exception {
        Workspace workspace = Workspace.ofResults(around, store);
        try (Wadachi wadachi = workspace.open()) {
            RunRecord record = wadachi.store()
                    .runs()
                    .find(run)
                    .orElseThrow(() -> new BadInput("there is no run " + run + "; see `wadachi ls --runs`"));
            if (record.start().pipeline().isEmpty()) {
                throw new BadInput("run " + run + " was made by a program, which Wadachi cannot start again;"
                        + " `wadachi show " + run + "` says what it was");
            }
            Path folder = Files.createTempDirectory("wadachi-reproduce");
            try {
                return reproduce(record, workspace, wadachi, folder, around);
            } finally {
                delete(folder);
            }
        }
    }

    private static ExitCode reproduce(
            RunRecord record, Workspace workspace, Wadachi wadachi, Path folder, Surroundings around) throws Exception {
        PrintStream out = around.terminal().out();
        Path root = workspace.project().root().toAbsolutePath();
        Optional<Commit> commit = record.start().repository();
        if (commit.isEmpty()) {
            out.println("the run knows no commit: its code is taken as it is now");
            return reproduce(record, root, wadachi, folder, around);
        }
        try (Checkout checkout = Checkout.of(commit.get(), root, wadachi.store(), folder.resolve("code"))) {
            out.println("code of commit " + commit.get().hash().substring(0, 10)
                    + (commit.get().dirtyDiff().isPresent() ? " with what was not committed" : ""));
            requireTracked(record, commit.get(), checkout.project());
            return reproduce(record, checkout.project(), wadachi, folder, around);
        }
    }

    private static void requireTracked(RunRecord record, Commit commit, Path code) {
        Optional<String> untracked =
                NextCommand.fileOf(record).filter(file -> !Files.isRegularFile(code.resolve(file)));
        if (untracked.isPresent()) {
            throw new BadInput("Git did not track " + untracked.get() + " when the run began: it is neither in commit "
                    + commit.hash().substring(0, 10) + " nor in what was not committed, so its code of then is not"
                    + " recorded; `git add` a file before a run that is to be reproduced");
        }
    }

    private static ExitCode reproduce(RunRecord record, Path code, Wadachi wadachi, Path folder, Surroundings around)
            throws IOException {
        GoalOptions goals = new GoalOptions();
        goals.takeFrom(record);
        Surroundings there = around.in(code);
        Project project = goals.file()
                .map(file -> Project.ofFile(code.resolve(file), around.environment()))
                .orElseGet(() -> Project.find(code, around.environment()));
        CompiledProject classes = project.compile();
        Selection selection = goals.select(classes, classes.loader(), around.today());
        Settings settings = Settings.of(project.root()).withStore(folder.resolve("store"));
        Reproduction.Basis basis = Reproduction.basis(record, wadachi.store());
        Progress progress = Progress.on(around.terminal(), "reproduce " + selection.title());
        Reproduction reproduction;
        try (progress) {
            reproduction = Reproduction.of(
                    settings, goals.request(selection, there.folder()).listener(progress), basis, wadachi.store());
        }
        return tell(reproduction, record, progress.account(), classes, around);
    }

    private static ExitCode tell(
            Reproduction reproduction,
            RunRecord record,
            Account account,
            CompiledProject classes,
            Surroundings around) {
        PrintStream out = around.terminal().out();
        reproduction
                .report()
                .failures()
                .forEach(failure ->
                        new FailureReport(failure, account, new UserFrames(classes)).print(around.terminal()));
        String counts = Quantity.count(reproduction.same(), "task") + " the same, "
                + Quantity.count(reproduction.sources(), "source")
                + (reproduction.given() > 0 ? " and " + Quantity.count(reproduction.given(), "given value") : "")
                + " as recorded";
        if (reproduction.differing().isPresent()) {
            Reproduction.Differing first = reproduction.differing().get();
            out.println("first different: " + first.label());
            out.println("  " + first.difference().text());
            out.println(counts);
            return ExitCode.FAILED;
        }
        if (!reproduction.report().succeeded() || reproduction.same() == 0) {
            out.println(
                    reproduction.report().succeeded()
                            ? "nothing could be compared: no task of the run has a counterpart in this code"
                            : "not reproduced: see the failures above; " + counts);
            return ExitCode.FAILED;
        }
        out.println("identical: run " + record.id().shortText() + ", " + counts);
        return ExitCode.OK;
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @org.jspecify.annotations.Nullable IOException e)
                    throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
