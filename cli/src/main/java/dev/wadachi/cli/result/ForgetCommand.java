package dev.wadachi.cli.result;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.store.Store;
import dev.wadachi.store.TraceId;
import dev.wadachi.store.Traces;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `wadachi forget`: results that shall not be hits any more, though nothing is wrong with them.
@CommandLine.Command(
        description =
                "Forgets all results of a task: the next run computes them anew. The trash keeps them for a week.",
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi forget Train"})
public final class ForgetCommand implements Command {

    @Parameters(index = "0", paramLabel = "<task>", description = "A task's name.")
    private String task = "";

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        Workspace workspace = Workspace.ofResults(around, store);
        try (Wadachi wadachi = workspace.open()) {
            Store kept = wadachi.store();
            task = new KeptNames(kept, workspace, around).of(task);
            List<TraceId> forgotten = kept.traces().forget(task);
            Traces.Whereabouts left = kept.traces().whereabouts(task);
            if (!forgotten.isEmpty()) {
                around.terminal().out().println("forgot " + Quantity.count(forgotten.size(), "result") + " of " + task);
                ofTeam(left, workspace)
                        .ifPresent(told -> around.terminal().err().println("note: " + told));
                return ExitCode.OK;
            }
            String told = Stream.concat(ofTeam(left, workspace).stream(), ofOthers(left, kept).stream())
                    .collect(Collectors.joining("\n"));
            throw new BadInput(
                    told.isEmpty()
                            ? "nothing is kept of a task " + task + ResultNames.suggestion(task, kept)
                            : "nothing was forgotten: " + told);
        }
    }

    /// What a command on this machine does not take away from a team.
    private Optional<String> ofTeam(Traces.Whereabouts left, Workspace workspace) {
        return left.afar() == 0
                ? Optional.empty()
                : Optional.of(Quantity.count(left.afar(), "result") + " of " + task
                        + (left.afar() == 1 ? " lies" : " lie") + " in the team's store"
                        + workspace
                                .stores()
                                .shared()
                                .map(shared -> " " + shared.location())
                                .orElse("")
                        + ", from where the next run takes "
                        + (left.afar() == 1 ? "it" : "them")
                        + "; to compute anew: --rerun " + task + "; if it is wrong: wadachi revoke " + task
                        + " --reason \"…\"");
    }

    private Optional<String> ofOthers(Traces.Whereabouts left, Store kept) {
        SortedMap<String, Long> byProject = left.near().stream()
                .collect(Collectors.groupingBy(
                        recorded -> recorded.trace().origin().project(), TreeMap::new, Collectors.counting()));
        return byProject.isEmpty()
                ? Optional.empty()
                : Optional.of("of " + task + ", the store " + kept.describe() + " has "
                        + byProject.entrySet().stream()
                                .map(entry ->
                                        Quantity.count(entry.getValue(), "result") + " of project " + entry.getKey())
                                .collect(Collectors.joining(" and "))
                        + "; a project forgets what it computed itself: run the command there");
    }
}
