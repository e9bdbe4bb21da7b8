package dev.wadachi.cli;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.store.Collected;
import dev.wadachi.store.Retention;
import dev.wadachi.store.Roots;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `wadachi gc`: takes away what no kept run needs.
@CommandLine.Command(
        description = {
            "Says what no kept run needs, and with --apply moves it to the trash, where it stays for 7 days.",
            "Nothing younger than 24 hours is touched."
        },
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi gc", "  wadachi gc --apply --keep-runs 10 --keep-days 7"})
final class CollectCommand implements Command {

    @Option(names = "--apply", description = "Do it; else only say what would go.")
    private boolean apply;

    @Option(
            names = "--keep-runs",
            paramLabel = "<n>",
            converter = WholeNumber.NotNegative.class,
            description = "Runs of each pipeline to keep; 50 by default.")
    private int runs = Retention.standard().runsPerPipeline();

    @Option(
            names = "--keep-days",
            paramLabel = "<n>",
            converter = WholeNumber.NotNegative.class,
            description = "Keep all runs of the last days; 30 by default.")
    private int days = Math.toIntExact(Retention.standard().runAge().toDays());

    @Option(names = "--json", description = "Print what goes as JSON.")
    private boolean json;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) {
        Retention standard = Retention.standard();
        Retention retention = new Retention(runs, Duration.ofDays(days), standard.spare(), standard.trash());
        try (Wadachi wadachi = Workspace.ofResults(around, store).open()) {
            Collected collected = apply
                    ? wadachi.store().collect(retention, Roots.none())
                    : wadachi.store().collectable(retention, Roots.none());
            tell(collected, around);
            return ExitCode.OK;
        }
    }

    private void tell(Collected collected, Surroundings around) {
        PrintStream out = around.terminal().out();
        if (json) {
            JsonObjectBuilder kinds = JsonObject.builder().put("applied", apply);
            for (Collected.Kind kind : Collected.Kind.values()) {
                kinds.put(
                        kind.name().toLowerCase(Locale.ROOT),
                        JsonObject.builder()
                                .put("count", collected.count(kind))
                                .put("bytes", collected.bytes(kind))
                                .build());
            }
            out.print(kinds.build().pretty());
            return;
        }
        if (collected.items().isEmpty()) {
            out.println("nothing to collect: what is left is needed by the last " + runs
                    + " runs of each pipeline or the runs" + " of the last " + days
                    + " days, or is younger than 24 hours");
            return;
        }
        for (Collected.Kind kind : Collected.Kind.values()) {
            if (collected.count(kind) > 0) {
                out.println(Quantity.count(collected.count(kind), noun(kind)) + ", "
                        + Quantity.ofBytes(collected.bytes(kind)) + (apply ? "" : " would go"));
            }
        }
        out.println(
                apply
                        ? "moved to the trash for 7 days"
                        : "nothing was changed; to do it: "
                                + NextCommand.again(around).with("--apply").text());
    }

    private static String noun(Collected.Kind kind) {
        return switch (kind) {
            case TRACE -> "result";
            case BLOB -> "blob";
            case CHECKPOINT -> "checkpoint";
            case TRASH -> "day of trash";
        };
    }
}
