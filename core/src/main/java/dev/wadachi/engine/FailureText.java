package dev.wadachi.engine;

import dev.wadachi.store.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/// How failures read: what happened, where with the chain of tasks, what to do next.
final class FailureText {

    private FailureText() {}

    static String of(Report report) {
        List<Failure> failures = report.failures();
        if (failures.isEmpty()) {
            return "the run " + report.run() + " was stopped before " + report.count(Outcome.SKIPPED)
                    + " of its tasks; what ran is kept: run it again to go on";
        }
        return failures.stream().map(FailureText::of).collect(Collectors.joining("\n"));
    }

    static String of(Failure failure) {
        String chain = failure.chain().size() < 2
                ? ""
                : "\n  needed by "
                        + String.join(
                                " ← ",
                                failure.chain()
                                        .reversed()
                                        .subList(1, failure.chain().size()));
        String attempts = failure.attempts() > 1 ? " (tried " + failure.attempts() + " times)" : "";
        return failure.label() + " failed" + attempts + ": "
                + String.join("\n  caused by ", failure.told()) + chain + "\n  "
                + failure.hint();
    }
}
