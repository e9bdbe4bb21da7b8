package dev.wadachi.cli;

import dev.wadachi.Wadachi;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.Store;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `wadachi log`: what tasks wrote while they ran.
@CommandLine.Command(
        description = "Prints the log of a task's newest result, or of all tasks that a run computed.",
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi log Train", "  wadachi log 7f3a", "  wadachi log 7f3a:Train"})
final class LogCommand implements Command {

    @Parameters(index = "0", paramLabel = "<run|task|result>", description = "Whose log.")
    private String what = "";

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        try (Wadachi wadachi = Workspace.ofResults(around, store).open()) {
            Store kept = wadachi.store();
            Optional<RunRecord> run = kept.runs().find(what);
            String text = run.isPresent() ? ofRun(run.get(), kept) : of(ResultNames.find(what, kept), kept);
            around.terminal().out().print(text);
            return ExitCode.OK;
        }
    }

    private static String of(Recorded recorded, Store kept) {
        return ResultText.text(recorded.trace().evidence().log(), kept)
                .map(LogCommand::ended)
                .orElse("");
    }

    private static String ofRun(RunRecord run, Store kept) {
        Set<Recorded> computed = new LinkedHashSet<>();
        kept.runs()
                .outcomes(
                        run.id(),
                        outcome -> outcome.result()
                                .flatMap(kept.traces()::find)
                                .filter(recorded ->
                                        recorded.trace().origin().run().equals(run.id()))
                                .ifPresent(computed::add));
        StringBuilder text = new StringBuilder();
        for (Recorded recorded : computed) {
            String log = of(recorded, kept);
            if (!log.isEmpty()) {
                text.append("== ")
                        .append(ResultText.label(recorded.trace()))
                        .append('\n')
                        .append(log);
            }
        }
        run.summary().flatMap(end -> end.failure()).ifPresent(error -> text.append(ended(error)));
        return text.toString();
    }

    private static String ended(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }
}
