package dev.wadachi.cli.template;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.Dialog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds out what a new project has to be told: from options, else from whoever sits there, else by proposals. What is
/// wrong with options is collected, to be said at once; who answers is asked again.
final class Interview {

    /// What is wrong with an answer; nothing if it can be taken.
    interface Check extends Function<String, List<String>> {}

    private final Dialog dialog;
    private final List<String> problems = new ArrayList<>();

    Interview(Dialog dialog) {
        this.dialog = dialog;
    }

    void problem(String problem) {
        problems.add(problem);
    }

    void problems(List<String> more) {
        problems.addAll(more);
    }

    /// @throws BadInput with all that is wrong, if anything is
    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new BadInput(String.join("\n", problems));
        }
    }

    /// What an option says, else what is answered, else the proposal.
    String said(@Nullable String option, String what, String proposal, Check check) {
        if (option == null) {
            return answered(what, proposal, check);
        }
        problems.addAll(check.apply(option));
        return option;
    }

    private String answered(String what, String proposal, Check check) {
        while (true) {
            Optional<String> answer = dialog.answer(what + " [" + proposal + "]");
            String taken =
                    answer.map(String::strip).filter(typed -> !typed.isEmpty()).orElse(proposal);
            List<String> wrong = check.apply(taken);
            if (answer.isEmpty()) {
                problems.addAll(wrong);
            }
            if (wrong.isEmpty() || answer.isEmpty()) {
                return taken;
            }
            wrong.forEach(dialog::tell);
        }
    }
}
