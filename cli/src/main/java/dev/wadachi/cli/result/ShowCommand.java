package dev.wadachi.cli.result;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.NextCommand;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.WholeNumber;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.print.ValueJson;
import dev.wadachi.cli.print.ValueText;
import dev.wadachi.cli.progress.Terminal;
import dev.wadachi.cli.project.CompiledProject;
import dev.wadachi.cli.project.Project;
import dev.wadachi.cli.view.KeptTable;
import dev.wadachi.cli.view.ProfileText;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.Store;
import dev.wadachi.table.Table;
import dev.wadachi.table.TableProfile;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `wadachi show`: the story of a run or of a result.
@CommandLine.Command(
        description = {
            "Tells the story of a run, or of a task's result; with --value, the value itself.",
            "Of a table it shows the columns with their profile, and the first rows."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi show 7f3a                a run",
            "  wadachi show Train               the newest result of a task",
            "  wadachi show 7f3a:Train --value  what that run had for it"
        })
public final class ShowCommand implements Command {

    @Parameters(index = "0", paramLabel = "<run|task|result>", description = "What to show.")
    private String what = "";

    @Option(names = "--value", description = "Print the value.")
    private boolean value;

    @Option(
            names = "--rows",
            paramLabel = "<n>",
            converter = WholeNumber.NotNegative.class,
            description = "Show so many rows of a table; 5 by default.")
    private int rows = 5;

    @Option(names = "--file", paramLabel = "<File.java>", description = "The source file, where there is no project.")
    private @Nullable Path file;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        Workspace workspace =
                file == null ? Workspace.ofResults(around, store) : Workspace.of(around, Optional.of(file), store);
        Terminal terminal = around.terminal();
        // A file that is named says how values are read; whose results are meant, the current folder says.
        Project whose = Project.search(around.folder(), around.environment()).orElse(workspace.project());
        try (Wadachi wadachi = workspace.open(whose)) {
            Optional<RunRecord> run = wadachi.store().runs().find(what);
            if (run.isPresent() && !value) {
                run(run.get(), wadachi.store(), terminal.out());
                return ExitCode.OK;
            }
            Recorded recorded = ResultNames.find(what, new KeptNames(wadachi.store(), workspace, around));
            if (value) {
                value(value(recorded, wadachi, workspace, around), terminal);
            } else {
                story(recorded, wadachi.store(), terminal);
            }
            return ExitCode.OK;
        }
    }

    private void run(RunRecord run, Store kept, PrintStream out) {
        if (json) {
            out.print(RunText.json(run).pretty());
        } else {
            RunText.story(run, kept).forEach(out::println);
        }
    }

    private void story(Recorded recorded, Store kept, Terminal terminal) {
        if (json) {
            terminal.out().print(ResultText.json(recorded).pretty());
        } else {
            ResultText.story(recorded, kept).forEach(terminal.out()::println);
            KeptTable.stored(recorded, kept)
                    .ifPresent(table -> table(table, KeptTable.profile(recorded, table), terminal));
        }
    }

    private void table(Table table, TableProfile profile, Terminal terminal) {
        PrintStream out = terminal.out();
        out.println();
        ProfileText.lines(profile).forEach(out::println);
        if (rows > 0) {
            out.println();
            out.print(table.show(rows, terminal.width()));
        }
    }

    private void value(Object found, Terminal terminal) {
        if (json) {
            terminal.out().print(ValueJson.of(found).pretty());
        } else {
            terminal.out().println(ValueText.of(found, terminal.width()));
        }
    }

    private Object value(Recorded recorded, Wadachi wadachi, Workspace workspace, Surroundings around) {
        Optional<Path> source = file == null ? sourceOf(recorded, wadachi.store(), around) : Optional.empty();
        Project project =
                source.map(path -> Project.ofFile(path, around.environment())).orElse(workspace.project());
        Optional<CompiledProject> compiled = project.hasSources() ? Optional.of(project.compile()) : Optional.empty();
        try {
            return wadachi.value(
                    recorded,
                    compiled.map(CompiledProject::loader)
                            .orElseGet(() -> getClass().getClassLoader()));
        } catch (IllegalArgumentException e) {
            if (!(e.getCause() instanceof ClassNotFoundException)) {
                throw new BadInput(String.valueOf(e.getMessage()));
            }
            return compiled.flatMap(classes ->
                            KeptNames.classToday(recorded.trace().key().task(), classes))
                    .map(task -> wadachi.value(recorded, task))
                    .orElseThrow(() -> classGone(recorded, around));
        }
    }

    private static BadInput classGone(Recorded recorded, Surroundings around) {
        return new BadInput("the class " + recorded.trace().inputs().taskClass() + ", which says how its value is"
                + " read, is not here: name the file that it is in, as in "
                + NextCommand.again(around).text() + " --file <File.java>");
    }

    /// The single file that the result was computed from, where it still is.
    private static Optional<Path> sourceOf(Recorded recorded, Store kept, Surroundings around) {
        return kept.runs()
                .find(recorded.trace().origin().run().text())
                .flatMap(NextCommand::fileOf)
                .map(around.folder()::resolve)
                .filter(Files::isRegularFile);
    }
}
