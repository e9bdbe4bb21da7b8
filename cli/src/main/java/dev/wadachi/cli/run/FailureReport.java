package dev.wadachi.cli.run;

import dev.wadachi.cli.command.UserFrames;
import dev.wadachi.cli.progress.Account;
import dev.wadachi.cli.progress.Terminal;
import dev.wadachi.command.CommandFailed;
import dev.wadachi.engine.Failure;
import dev.wadachi.task.OutsideException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;

/// How a failed task is told: what was thrown and what caused it, then where, then what led to it, then what to do.
record FailureReport(Failure failure, Account account, UserFrames frames) {

    void print(Terminal terminal) {
        PrintStream err = terminal.err();
        err.println(terminal.red(failure.label() + " failed" + attempts() + ": ")
                + String.join("\n  caused by ", failure.told()));
        if (!isRefusal(failure.cause())) {
            stack(err);
        }
        if (failure.chain().size() > 1) {
            List<String> chain = failure.chain().reversed();
            err.println("  needed by " + String.join(" ← ", chain.subList(1, chain.size())));
        }
        List<String> lines = tellsItsLastLines(failure.cause()) ? List.of() : account.lastLines(failure.task());
        if (!lines.isEmpty()) {
            err.println("  the last lines of its log:");
            lines.forEach(line -> err.println("    " + line));
        }
        if (!failure.hint().isEmpty()) {
            err.println("  " + failure.hint());
        }
    }

    private static boolean tellsItsLastLines(Throwable thrown) {
        return UserFrames.causes(thrown).stream().anyMatch(CommandFailed.class::isInstance);
    }

    private String attempts() {
        return failure.attempts() > 1 ? " (tried " + failure.attempts() + " times)" : "";
    }

    /// The lines of the user's code, or all of it where Wadachi's own is at fault.
    private void stack(PrintStream err) {
        List<String> own = frames.of(failure.cause());
        own.forEach(frame -> err.println("    " + frame));
        if (own.isEmpty() && isDefect(UserFrames.root(failure.cause()))) {
            failure.cause().printStackTrace(err);
        }
    }

    /// Said in words for people: no line of code is at fault.
    private static boolean isRefusal(Throwable thrown) {
        return UserFrames.causes(thrown).stream().anyMatch(OutsideException.class::isInstance);
    }

    /// Thrown by nobody's code but Wadachi's, and not meant for the user. What files, databases and the network answer
    /// is news from outside, whoever passes it on.
    private static boolean isDefect(Throwable root) {
        StackTraceElement[] stack = root.getStackTrace();
        return stack.length > 0
                && stack[0].getClassName().startsWith("dev.wadachi.")
                && !root.getClass().getName().startsWith("dev.wadachi.")
                && !(root instanceof IOException
                        || root instanceof UncheckedIOException
                        || root instanceof SQLException);
    }
}
