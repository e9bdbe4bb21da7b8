package dev.wadachi.cli.store;

import dev.wadachi.cli.command.NextCommand;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.WholeNumber;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.cli.project.Project;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.store.Collected;
import dev.wadachi.store.Retention;
import dev.wadachi.store.Roots;
import dev.wadachi.store.RunId;
import dev.wadachi.store.Runs;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// What a collection keeps, and how it is told: for the own store and the team's alike.
final class RetentionOptions {

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

    @Option(names = "--keep-tags", description = "Keep all runs of commits that have a Git tag.")
    private boolean keepTags;

    @Option(
            names = "--free",
            paramLabel = "<size>",
            converter = ByteSize.class,
            description =
                    "Stop after so much, such as 20GB; what is cheapest to compute again, for its size, goes first.")
    private long enough = Long.MAX_VALUE;

    @Option(names = "--json", description = "Print what goes as JSON.")
    private boolean json;

    /// Whether it is done.
    boolean isApplied() {
        return apply;
    }

    Retention retention() {
        Retention standard = Retention.standard();
        return new Retention(runs, Duration.ofDays(days), standard.spare(), standard.trash(), enough);
    }

    /// The runs that are kept because somebody tagged their commit.
    Roots roots(Runs all, Project project) {
        if (!keepTags) {
            return Roots.none();
        }
        Set<String> commits = TaggedCommits.of(project.root());
        Set<RunId> tagged = all.newestFirst()
                .filter(run -> run.start()
                        .repository()
                        .filter(commit -> commits.contains(commit.hash()))
                        .isPresent())
                .map(run -> run.id())
                .collect(Collectors.toSet());
        return Roots.ofRuns(tagged);
    }

    /// Says what went, or would go.
    void tell(Collected collected, Surroundings around) {
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
            out.println(nothing());
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

    private String nothing() {
        StringJoiner keepers = new StringJoiner(" or by ");
        if (runs > 0) {
            keepers.add(runs == 1 ? "the last run of each pipeline" : "the last " + runs + " runs of each pipeline");
        }
        if (days > 0) {
            keepers.add(days == 1 ? "the runs of the last day" : "the runs of the last " + days + " days");
        }
        keepers.add("what is published");
        return "nothing to collect: what is left is needed by " + keepers + ", or is younger than 24 hours";
    }

    private static String noun(Collected.Kind kind) {
        return switch (kind) {
            case TRACE -> "result";
            case BLOB -> "blob";
            case EFFECT -> "effect note";
            case CHECKPOINT -> "checkpoint";
            case TRASH -> "day of trash";
        };
    }
}
