package dev.wadachi.cli;

import dev.wadachi.cli.command.ExceptionText;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.UserFrames;
import dev.wadachi.cli.goal.UserCodeFailed;
import dev.wadachi.cli.progress.Terminal;
import dev.wadachi.cli.project.CompileFailed;
import dev.wadachi.engine.Refused;
import dev.wadachi.store.Declined;
import dev.wadachi.store.StoreException;
import dev.wadachi.table.TableException;
import dev.wadachi.task.OutsideException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/// Says what went wrong before or after a run, and with which exit code: a stack trace is for defects alone.
final class Trouble {

    private static final int FRAMES = 12;
    private static final String OURS = "dev.wadachi.";

    private Trouble() {}

    static ExitCode tell(Throwable thrown, Terminal terminal) {
        PrintStream err = terminal.err();
        return switch (thrown) {
            case CompileFailed failed -> {
                err.println(failed.getMessage());
                yield ExitCode.DOES_NOT_COMPILE;
            }
            case Refused refused -> {
                refused.problems().forEach(problem -> err.println(terminal.red("refused: ") + problem));
                yield ExitCode.BAD_INPUT;
            }
            case UserCodeFailed failed -> {
                userCode(failed, terminal);
                yield ExitCode.FAILED;
            }
            case Declined refused -> {
                err.println(refused.getMessage());
                yield ExitCode.BAD_INPUT;
            }
            case StoreException refused -> {
                err.println(refused.getMessage());
                yield ExitCode.NO_STORE;
            }
            case UncheckedIOException failed -> {
                err.println(failed.getMessage() + ": " + ExceptionText.of(UserFrames.root(failed)));
                yield ExitCode.NO_STORE;
            }
            case IOException failed -> {
                err.println(ExceptionText.of(failed));
                yield ExitCode.NO_STORE;
            }
            case InterruptedException _ -> {
                err.println("stopped");
                yield ExitCode.INTERRUPTED;
            }
            case OutsideException refused -> {
                err.println(refused.getMessage());
                yield ExitCode.BAD_INPUT;
            }
            case TableException refused -> {
                err.println(refused.getMessage());
                yield ExitCode.BAD_INPUT;
            }
            case IllegalArgumentException refused
            when isOurs(refused) -> {
                err.println(refused.getMessage());
                yield ExitCode.BAD_INPUT;
            }
            default -> {
                err.println("this is a defect in Wadachi " + Version.text() + "; please report it with all of this:");
                thrown.printStackTrace(err);
                yield ExitCode.DEFECT;
            }
        };
    }

    private static void userCode(UserCodeFailed failed, Terminal terminal) {
        Throwable cause = UserFrames.root(failed);
        List<StackTraceElement> frames = Arrays.stream(cause.getStackTrace())
                .takeWhile(frame -> !frame.getClassName().startsWith("jdk.internal.reflect."))
                .toList();
        String headline = terminal.red(failed.getMessage() + " failed: ");
        if (isRefusal(cause, frames)) {
            terminal.err().println(headline + cause.getMessage());
            frames.stream()
                    .filter(frame -> !frame.getClassName().startsWith(OURS) && frame.getModuleName() == null)
                    .findFirst()
                    .ifPresent(frame -> terminal.err()
                            .println("  at " + frame.getFileName() + ":" + frame.getLineNumber()
                                    + "; mend it there and run again"));
            return;
        }
        terminal.err().println(headline + cause);
        frames.stream().limit(FRAMES).forEach(frame -> terminal.err().println("    at " + frame));
    }

    /// Said by Wadachi of what it was given: the line that gave it is all that is needed.
    private static boolean isRefusal(Throwable cause, List<StackTraceElement> frames) {
        return switch (cause) {
            case OutsideException _ -> true;
            case TableException _ -> true;
            case IllegalArgumentException _ ->
                !frames.isEmpty() && frames.getFirst().getClassName().startsWith(OURS);
            default -> false;
        };
    }

    private static boolean isOurs(Exception thrown) {
        return thrown.getClass().getName().startsWith(OURS);
    }
}
