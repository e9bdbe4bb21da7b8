package dev.wadachi.cli.result;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.Store;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `wadachi log`: what tasks wrote while they ran.
@CommandLine.Command(
        description = "Prints what a task said when it last ran or failed, or what all tasks of a run said.",
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi log Train", "  wadachi log 7f3a", "  wadachi log 7f3a:Train"})
public final class LogCommand implements Command {

    @Parameters(
            index = "0",
            paramLabel = "<run|task|result>",
            description = "Whose log: a run, a task, <run>:<task>, a key or a result.")
    private String what = "";

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        Workspace workspace = Workspace.ofResults(around, store);
        try (Wadachi wadachi = workspace.open()) {
            Store kept = wadachi.store();
            Optional<RunRecord> run = kept.runs().find(what);
            String text = run.isPresent()
                    ? ofRun(run.get(), kept)
                    : ended(TaskLog.find(what, new KeptNames(kept, workspace, around))
                            .text(kept));
            around.terminal().out().print(text);
            return ExitCode.OK;
        }
    }

    private static String ofRun(RunRecord run, Store kept) {
        StringBuilder text = new StringBuilder();
        for (TaskLog log : TaskLog.ofRun(run, kept)) {
            String said = ended(log.text(kept));
            if (!said.isEmpty()) {
                text.append("== ").append(log.label()).append('\n').append(said);
            }
        }
        run.summary().flatMap(end -> end.failure()).ifPresent(error -> text.append(ended(error)));
        return text.toString();
    }

    private static String ended(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }
}
