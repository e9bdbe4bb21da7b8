package dev.wadachi.cli.run;

import dev.wadachi.cli.command.ExceptionText;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.UserFrames;
import dev.wadachi.cli.goal.UserCodeFailed;
import dev.wadachi.cli.notice.Notices;
import dev.wadachi.cli.project.Project;
import dev.wadachi.engine.Invocation;
import dev.wadachi.engine.Refused;
import java.util.concurrent.Callable;

/// Why a run does not even begin, told to those who are told of failed runs.
///
/// @param notices who is told
/// @param invocation the run that was asked for
/// @param project whose secrets are told to nobody
record Obstacles(Notices notices, Invocation invocation, Project project) {

    private static final String MASK = "***";

    /// What came of a run, of which is told if it could not begin.
    ExitCode told(Callable<ExitCode> run) throws Exception {
        try {
            ExitCode code = run.call();
            if (code == ExitCode.NOT_FOR_PRODUCTION) {
                notices.prevented(invocation, "the profile refuses what it would run, or ran; the command says what");
            }
            return code;
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception failed) {
            notices.prevented(invocation, masked(text(failed)));
            throw failed;
        }
    }

    private static String text(Exception failed) {
        return switch (failed) {
            case Refused refused -> String.join("\n", refused.problems());
            case UserCodeFailed code -> code.getMessage() + " failed: " + UserFrames.root(code);
            default -> ExceptionText.of(failed);
        };
    }

    private String masked(String text) {
        String masked = text;
        for (String secret : project.configuration().secrets()) {
            masked = secret.isEmpty() ? masked : masked.replace(secret, MASK);
        }
        return masked;
    }
}
