package dev.wadachi.engine;

import dev.wadachi.store.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/// How failures read: what happened, where with the chain of tasks, what to do next.
final class FailureText {

    private static final int DEEPEST = 100;

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
        Throwable cause = failure.cause();
        String message = cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
        String kind = cause.getMessage() == null ? "" : cause.getClass().getSimpleName() + ": ";
        String chain = failure.chain().size() < 2
                ? ""
                : "\n  needed by "
                        + String.join(
                                " ← ",
                                failure.chain()
                                        .reversed()
                                        .subList(1, failure.chain().size()));
        String attempts = failure.attempts() > 1 ? " (tried " + failure.attempts() + " times)" : "";
        return failure.label() + " failed" + attempts + ": " + kind + message + root(cause) + chain + "\n  "
                + failure.hint();
    }

    /// What is at the bottom of it, such as a full disk, where the message does not tell.
    private static String root(Throwable thrown) {
        Throwable root = thrown;
        for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null || String.valueOf(thrown.getMessage()).contains(message)
                ? ""
                : " (" + root.getClass().getSimpleName() + ": " + message + ")";
    }
}
