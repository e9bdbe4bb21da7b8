package dev.wadachi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.engine.TaskResult;
import dev.wadachi.store.Outcome;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Commands that say of themselves what other tasks' classes say by annotations.
class NamedCommandTest extends InAProject {

    private static Command fit() {
        return Steps.shell("echo fitted; echo 1 > out.txt").named("Fit");
    }

    @Test
    void a_command_is_known_by_its_own_name() {
        Report report = steps.run(fit());

        assertThat(report.tasks())
                .extracting(TaskResult::label)
                .containsExactly("Fit(arguments=[sh,-c,echo fitted; echo 1 > out.txt], outputs=[out.txt])");
        assertThat(steps.wadachi().store().traces().ofTask("Fit", 2)).hasSize(1);
        assertThat(steps.outcomeOf("Fit", fit())).isEqualTo(Outcome.HIT);
    }

    @Test
    void another_name_is_another_task() {
        steps.run(fit());

        assertThat(steps.outcomeOf("Train", fit().named("Train"))).isEqualTo(Outcome.RAN);
        assertThat(steps.run(fit()).tasks())
                .as("the first is still there")
                .allMatch(task -> task.outcome() == Outcome.HIT);
    }

    record Fit() implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return 1;
        }
    }

    @Test
    void a_name_that_another_class_has_is_refused_with_both() {
        assertThatThrownBy(() -> steps.wadachi().plan(Request.of(List.of(fit(), new Fit()))))
                .hasMessageContaining("two tasks are called Fit: dev.wadachi.command.Command and "
                        + "dev.wadachi.command.NamedCommandTest$Fit");
        assertThatThrownBy(() -> steps.run(fit().named("a/b"))).hasMessageContaining("has the name 'a/b'");
    }

    @Test
    void a_program_that_fails_is_tried_again_as_often_as_it_says() {
        Command flaky =
                Steps.shell("echo try >> $WADACHI_CHECKPOINT/tries; [ $(wc -l < $WADACHI_CHECKPOINT/tries) = 2 ]"
                        + " && cp $WADACHI_CHECKPOINT/tries out.txt");

        assertThat(steps.out(flaky.retries(1))).isEqualTo("try\ntry\n");
        assertThat(steps.outcome(flaky)).as("tries do not count").isEqualTo(Outcome.HIT);
    }

    @Test
    void claims_are_kept_books_of_as_those_of_any_task() throws IOException {
        assertThatThrownBy(() -> steps.run(fit().cores(100_000))).hasMessageContaining("needs 100000 cores");
        assertThatThrownBy(() -> steps.run(fit().memory("much"))).hasMessageContaining("but was \"much\"");
        assertThatThrownBy(() -> fit().gpus(-1)).hasMessageContaining("gpus=-1");
        assertThat(steps.outcomeOf("Fit", fit().cores(1).memory("1MB"))).isEqualTo(Outcome.RAN);
    }
}
