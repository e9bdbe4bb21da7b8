package dev.wadachi.cli.run;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.Reasons;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.explain.WhyText;
import dev.wadachi.cli.goal.GoalOptions;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.cli.goal.TakesGoals;
import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.cli.project.CompiledProject;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Accept;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.Store;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `wadachi accept`: a change of code or of a library that leaves results as they are.
@CommandLine.Command(
        description = {
            "Declares that a change of code or of a library leaves the results of a task as they are.",
            "The goals are those of the newest run that the task took part in, unless others are named."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi accept Train --reason \"renamed a variable\"",
            "  wadachi accept Train Demand evaluate --week 2021-08-02 --reason \"…\"",
            "  wadachi accept '*' --library duckdb_jdbc --reason \"patch release\"",
            "  wadachi accept --list",
            "  wadachi accept --withdraw <id> --reason \"it was not\""
        })
public final class AcceptCommand implements TakesGoals {

    @Mixin
    private final GoalOptions goals = new GoalOptions();

    @Option(names = "--library", paramLabel = "<jar>", description = "Only the change of this library.")
    private @Nullable String library;

    @Option(names = "--reason", paramLabel = "<text>", description = "Why, for those who come after you.")
    private @Nullable String reason;

    @Option(names = "--list", description = "List what was accepted.")
    private boolean list;

    @Option(names = "--withdraw", paramLabel = "<id>", description = "Take one back.")
    private @Nullable String withdrawn;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public GoalOptions goals() {
        return goals;
    }

    @Override
    public ExitCode run(Surroundings around) {
        if (list || withdrawn != null) {
            try (Wadachi wadachi = Workspace.ofResults(around, store).open()) {
                return list ? list(wadachi.store(), around) : withdraw(wadachi.store(), around);
            }
        }
        String task = goals.takeFirst("name a task, or '*' for all");
        String because = Reasons.required(reason, around);
        if (goals.isEmpty()) {
            goals.takeFrom(runWith(task, around));
        }
        Workspace workspace = Workspace.of(around, goals.file(), store);
        CompiledProject classes = workspace.project().compile();
        try (Wadachi wadachi = workspace.open()) {
            Selection selection = goals.select(classes, classes.loader(), around.today());
            Request request = goals.request(selection, around.folder());
            List<Accept> accepts = library == null
                    ? wadachi.accept(request, task, because)
                    : wadachi.acceptLibrary(request, task, library, because);
            tell(accepts, task, around);
            WhyText.ofTask(task, wadachi.plan(request))
                    .forEach(line -> around.terminal().out().println(line));
            return ExitCode.OK;
        }
    }

    private static void tell(List<Accept> accepts, String task, Surroundings around) {
        if (accepts.isEmpty()) {
            around.terminal().out().println("nothing to accept: neither code nor surroundings of " + task + " changed");
        }
        accepts.forEach(accept -> around.terminal()
                .out()
                .println("accepted for " + accept.task() + ": " + accept.entry() + " " + Reasons.valueOf(accept.from())
                        + " → " + Reasons.valueOf(accept.to())));
    }

    private static ExitCode list(Store kept, Surroundings around) {
        Columns columns = Columns.headed("id", "task", "entry", "by", "when", "reason");
        kept.accepts()
                .all()
                .forEach((id, accept) -> columns.row(
                        id, accept.task(), accept.entry(), accept.by(), Quantity.of(accept.at()), accept.reason()));
        around.terminal().out().println(columns.isEmpty() ? "nothing is accepted" : columns.text());
        return ExitCode.OK;
    }

    private ExitCode withdraw(Store kept, Surroundings around) {
        String id = withdrawn == null ? "" : withdrawn;
        Reasons.requireStanding(id, kept.accepts().all().keySet(), "accepted");
        kept.accepts().withdraw(id, Reasons.required(reason, around), Reasons.user());
        around.terminal().out().println("withdrew " + id);
        return ExitCode.OK;
    }

    private RunRecord runWith(String task, Surroundings around) {
        Workspace workspace = goals.file().isPresent()
                ? Workspace.of(around, goals.file(), store)
                : Workspace.ofResults(around, store);
        try (Wadachi wadachi = workspace.open()) {
            return runWith(task, wadachi.store());
        }
    }

    private static RunRecord runWith(String task, Store kept) {
        return kept.runs()
                .newestFirst()
                .filter(run -> !run.start().pipeline().isEmpty())
                .filter(run -> task.equals(Accept.EVERY_TASK) || tookPart(task, run, kept))
                .findFirst()
                .orElseThrow(() -> new BadInput("no run of a pipeline had a task " + task
                        + ": name its goals, as in wadachi accept " + task + " <Pipeline> <goal> --reason \"…\""));
    }

    private static boolean tookPart(String task, RunRecord run, Store kept) {
        AtomicBoolean found = new AtomicBoolean();
        kept.runs().outcomes(run.id(), outcome -> {
            if (outcome.key().task().equals(task)) {
                found.set(true);
            }
        });
        return found.get();
    }
}
