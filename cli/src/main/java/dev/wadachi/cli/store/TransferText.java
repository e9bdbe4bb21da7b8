package dev.wadachi.cli.store;

import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.remote.Checked;
import dev.wadachi.remote.Difference;
import dev.wadachi.remote.Transferred;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// What was moved between two stores, or differs, as text and as JSON.
final class TransferText {

    /// How many problems are shown one by one.
    private static final int SHOWN = 20;

    private TransferText() {}

    /// `3 results, 12 blobs (3.4 MB), 1 run`.
    static String of(Transferred moved) {
        List<String> words = new ArrayList<>();
        add(words, moved.results(), "result");
        if (moved.blobs() > 0) {
            words.add(Quantity.count(moved.blobs(), "blob") + " (" + Quantity.ofBytes(moved.bytes()) + ")");
        }
        add(words, moved.runs(), "run");
        add(words, moved.statements(), "statement");
        if (moved.adopted() > 0) {
            words.add(Quantity.count(moved.adopted(), "result") + " gave way to others that were there first");
        }
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    /// A line for each problem and what to do then; empty if there is none.
    private static String problems(Transferred moved) {
        if (moved.problems().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        moved.problems().stream()
                .limit(SHOWN)
                .forEach(problem -> text.append("%s: %s\n".formatted(problem.name(), problem.what())));
        if (moved.problems().size() > SHOWN) {
            text.append("… and %d more: --json lists them\n"
                    .formatted(moved.problems().size() - SHOWN));
        }
        return text.append("what is damaged or missing there: wadachi store verify --mend, on a machine that has it\n")
                .toString();
    }

    /// Prints what was moved: as JSON, or as this line and what could not be. The code says whether all could be.
    static ExitCode print(PrintStream out, Transferred moved, String line, boolean json) {
        out.print(json ? json(moved).pretty() : line + "\n" + problems(moved));
        return moved.problems().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    /// `3 results, 1 run`, or `nothing`.
    static String of(Difference.Share share) {
        List<String> words = new ArrayList<>();
        add(words, share.results(), "result");
        add(words, share.runs(), "run");
        add(words, share.statements(), "statement");
        if (share.data() > 0) {
            words.add(ofData(share.data()));
        }
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    /// `data of 2 pointers`: what was added leaves a pointer each.
    static String ofData(int number) {
        return "data of " + Quantity.count(number, "pointer");
    }

    private static void add(List<String> words, int number, String noun) {
        if (number > 0) {
            words.add(Quantity.count(number, noun));
        }
    }

    static JsonObject json(Transferred moved) {
        return JsonObject.builder()
                .put("results", moved.results())
                .put("blobs", moved.blobs())
                .put("bytes", moved.bytes())
                .put("runs", moved.runs())
                .put("statements", moved.statements())
                .put("adopted", moved.adopted())
                .put(
                        "problems",
                        new JsonArray(moved.problems().stream()
                                .<Json>map(TransferText::json)
                                .toList()))
                .build();
    }

    private static JsonObject json(Checked.Problem problem) {
        return JsonObject.builder()
                .put("name", problem.name())
                .put("what", problem.what())
                .build();
    }

    static JsonObject json(Difference.Share share) {
        return JsonObject.builder()
                .put("results", share.results())
                .put("runs", share.runs())
                .put("statements", share.statements())
                .put("data", share.data())
                .build();
    }
}
