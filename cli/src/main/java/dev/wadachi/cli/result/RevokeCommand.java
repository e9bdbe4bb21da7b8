package dev.wadachi.cli.result;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.Reasons;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.cli.run.RunCommand;
import dev.wadachi.store.Origin;
import dev.wadachi.store.Ownership;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Revocation;
import dev.wadachi.store.Store;
import dev.wadachi.store.TraceId;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `wadachi revoke`: a result that was found to be wrong.
@CommandLine.Command(
        description = "Declares a result wrong: it is never used again, and what was computed from it is listed.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi revoke 3f2a9c01b7de --reason \"the export was cut off\"",
            "  wadachi revoke 7f3a:Sales --reason \"…\"",
            "  wadachi run Demand evaluate --rerun-affected     mends what was computed from it",
            "  wadachi revoke --list",
            "  wadachi revoke --withdraw <id> --reason \"it was right\""
        })
public final class RevokeCommand implements Command {

    private static final int MOST_LINES = 20;

    @Parameters(arity = "0..1", paramLabel = "<result>", description = "A result, a task, or <run>:<task>.")
    private @Nullable String result;

    @Option(names = "--reason", paramLabel = "<text>", description = "Why, for those who come after you.")
    private @Nullable String reason;

    @Option(names = "--bytes", description = "These bytes are wrong whoever computes them.")
    private boolean bytes;

    @Option(names = "--list", description = "List what was revoked.")
    private boolean list;

    @Option(names = "--withdraw", paramLabel = "<id>", description = "Take one back.")
    private @Nullable String withdrawn;

    @Option(
            names = "--take-over",
            description = "Also a result that another project computed, and this one never used.")
    private boolean takeOver;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        PrintStream out = around.terminal().out();
        Workspace workspace = Workspace.ofResults(around, store);
        try (Wadachi wadachi = workspace.open()) {
            Store kept = wadachi.store();
            if (list) {
                list(kept, out);
            } else if (withdrawn != null) {
                withdraw(withdrawn, kept, around);
            } else {
                revoke(kept, workspace, around);
            }
            return ExitCode.OK;
        }
    }

    private void withdraw(String id, Store kept, Surroundings around) {
        SortedMap<String, Revocation> standing = kept.revocations().all();
        Reasons.requireStanding(id, standing.keySet(), "revoked");
        String because = Reasons.required(reason, around);
        Optional.ofNullable(standing.get(id))
                .flatMap(revocation -> result(revocation.target(), kept))
                .ifPresent(recorded -> requireOwn(recorded, kept));
        kept.revocations().withdraw(id, because, Reasons.user());
        around.terminal().out().println("withdrew " + id);
    }

    private static Optional<Recorded> result(Revocation.Target target, Store kept) {
        return switch (target) {
            case Revocation.Target.Result(TraceId wrong) -> kept.traces().find(wrong);
            case Revocation.Target.Bytes _ -> Optional.empty();
        };
    }

    private void requireOwn(Recorded recorded, Store kept) {
        kept.traces()
                .objection(recorded, takeOver ? Ownership.TAKE_OVER : Ownership.RESPECT)
                .ifPresent(objection -> {
                    throw new BadInput(objection);
                });
    }

    private void revoke(Store kept, Workspace workspace, Surroundings around) {
        PrintStream out = around.terminal().out();
        if (result == null) {
            throw new BadInput("name a result, as `wadachi ls <task>` prints it");
        }
        String because = Reasons.required(reason, around);
        Recorded recorded = ResultNames.find(result, new KeptNames(kept, workspace, around));
        requireOwn(recorded, kept);
        Revocation.Target target = bytes
                ? new Revocation.Target.Bytes(recorded.trace().output().digest())
                : new Revocation.Target.Result(recorded.id());
        Optional<Revocation> before = kept.revocations().all().values().stream()
                .filter(known -> bytes ? known.target().equals(target) : known.isOf(recorded))
                .findFirst();
        if (before.isPresent()) {
            out.println(ResultText.label(recorded.trace()) + " of run "
                    + recorded.trace().origin().run().shortText() + " is revoked already, by "
                    + before.get().by() + " on " + Quantity.of(before.get().at()) + ": "
                    + before.get().reason());
            return;
        }
        Revocation revocation = kept.revoke(target, because, Reasons.user());
        out.println("revoked " + ResultText.label(recorded.trace()) + " of run "
                + recorded.trace().origin().run().shortText());
        if (revocation.affected().isEmpty()) {
            out.println("nothing was computed from it");
            return;
        }
        out.println("computed from it, and marked from now on:");
        affected(revocation, kept).forEach(out::println);
        out.println("To mend them: " + mending(revocation, kept, around));
    }

    /// The goals of the newest run that computed one of the affected results.
    private String mending(Revocation revocation, Store kept, Surroundings around) {
        String[] options = Stream.concat(
                        Stream.of("--rerun-affected"),
                        store.location().stream().flatMap(folder -> Stream.of("--store", folder)))
                .toArray(String[]::new);
        return revocation.affected().stream()
                .flatMap(id -> kept.traces().find(id).stream())
                .map(affected -> affected.trace().origin())
                .filter(origin -> kept.otherProject(origin.project()).isEmpty())
                .max(Comparator.comparing(Origin::started))
                .flatMap(origin -> kept.runs().find(origin.run().text()))
                .flatMap(run -> RunCommand.again(run, around))
                .map(goals -> goals.with(options).text())
                .orElse("wadachi run <Pipeline> <goal> " + String.join(" ", options));
    }

    /// Each by its name while they are few, else counted by task.
    private static List<String> affected(Revocation revocation, Store kept) {
        Columns columns = Columns.plain();
        if (revocation.affected().size() > MOST_LINES) {
            SortedMap<String, Integer> counts = new TreeMap<>();
            revocation.affected().forEach(id -> counts.merge(id.key().task(), 1, Integer::sum));
            counts.forEach((task, count) -> columns.row("  " + task, Quantity.count(count, "result")));
            return columns.lines();
        }
        for (TraceId id : revocation.affected()) {
            kept.traces()
                    .find(id)
                    .ifPresent(affected -> columns.row(
                            "  " + ResultText.label(affected.trace()),
                            "run " + affected.trace().origin().run().shortText()
                                    + kept.otherProject(
                                                    affected.trace().origin().project())
                                            .map(project -> " of project " + project)
                                            .orElse("")));
        }
        return columns.lines();
    }

    private static void list(Store kept, PrintStream out) {
        Columns columns = Columns.headed("id", "what", "affected", "by", "when", "reason");
        kept.revocations()
                .all()
                .forEach((id, revocation) -> columns.row(
                        id,
                        switch (revocation.target()) {
                            case Revocation.Target.Result(TraceId wrong) ->
                                wrong.key().task();
                            case Revocation.Target.Bytes(var output) -> "bytes " + output.shortHex();
                        },
                        Integer.toString(revocation.affected().size()),
                        revocation.by(),
                        Quantity.of(revocation.at()),
                        revocation.reason()));
        out.println(columns.isEmpty() ? "nothing is revoked" : columns.text());
    }
}
