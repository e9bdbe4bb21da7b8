package dev.wadachi.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.Settings;
import dev.wadachi.engine.Failure;
import dev.wadachi.store.Outcome;
import dev.wadachi.task.Context;
import dev.wadachi.task.Folder;
import dev.wadachi.task.Task;
import dev.wadachi.task.Timeout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Programs that fail, take too long, or leave what they should not.
class FailingCommandTest extends InAProject {

    @Test
    void a_failing_program_tells_its_exit_code_its_last_lines_and_the_command_to_try() {
        Failure failure = steps.failure(
                Steps.shell("for i in $(seq 1 30); do echo line $i; done; echo that went wrong >&2; exit 3"));

        assertThat(failure.cause()).isInstanceOfSatisfying(CommandFailed.class, failed -> {
            assertThat(failed.exitCode()).hasValue(3);
            assertThat(failed.lastLines()).hasSize(20).startsWith("line 12").endsWith("line 30", "that went wrong");
        });
        assertThat(failure.told().getFirst())
                .startsWith("sh -c 'for i in $(seq 1 30); do")
                .contains("ended with exit code 3\n  the last lines that it said:\n    line 12\n")
                .contains("its files are kept until it succeeds; try it there:\n    cd ");
    }

    @Test
    void the_files_of_a_failure_are_kept_until_it_succeeds() throws IOException {
        steps.write("steps.sh", "cat sold.json > seen.txt; exit 1\n");
        Command command = Command.of("sh", "steps.sh")
                .script("steps.sh")
                .input("sold.json", Steps.sold(7))
                .output("out.txt");

        Path kept = Steps.kept(steps.told(command));

        assertThat(kept.resolve("seen.txt")).content().contains("\"cans\":7");
        assertThat(kept.resolve("steps.sh")).exists();
        assertThat(Steps.kept(steps.told(command))).isEqualTo(kept);
    }

    @Test
    void a_program_goes_on_where_it_was_when_it_failed() {
        Command command = Steps.shell("if [ -f $WADACHI_CHECKPOINT/done ]; then cat $WADACHI_CHECKPOINT/done > out.txt;"
                + " else echo half > $WADACHI_CHECKPOINT/done; exit 1; fi");
        Path kept = Steps.kept(steps.told(command));

        assertThat(steps.out(command)).isEqualTo("half\n");
        assertThat(kept).doesNotExist();
    }

    @Test
    void a_program_that_is_ended_by_a_signal_says_which() {
        assertThat(steps.told(Steps.shell("kill -9 $$")))
                .contains("ended with exit code 137 (signal 9, KILL; most often the system was out of memory");
    }

    @Test
    void a_program_that_is_not_there_is_named_with_where_it_was_looked_for() {
        String told = steps.told(Command.of("rscript-nowhere", "fit.R").output("out.txt"));

        assertThat(told)
                .contains("rscript-nowhere fit.R could not be started: there is no program rscript-nowhere on the PATH")
                .contains("\n    " + System.getenv("PATH").split(File.pathSeparator, -1)[0])
                .contains("install what brings rscript-nowhere, or write the program's whole path");
        assertThat(steps.told(Command.of("./fit.sh").output("out.txt")))
                .contains("there is no program ./fit.sh; a program of the project is declared with script(\"fit.sh\")");
    }

    @Test
    void all_outputs_that_are_not_as_declared_are_told_at_once() {
        Command command = Command.of(
                        "sh",
                        "-c",
                        "touch empty.txt; mkdir void; ln -s /etc/hosts link.txt; mkdir d; ln -s . d/l; echo 1 > othr.txt")
                .output("empty.txt")
                .output("void")
                .output("link.txt")
                .output("d")
                .output("other.txt");

        assertThat(steps.told(command)).contains("""
                did not leave what it declares:
                    d/l is a link, a pipe or a device; leave a file
                    empty.txt is empty; if it may be, declare output("empty.txt", Emptiness.ALLOWED)
                    link.txt is or lies behind a link; leave the file itself
                    other.txt is not there
                    void is empty; if it may be, declare output("void", Emptiness.ALLOWED)
                    what is there instead: d/l, empty.txt, link.txt, othr.txt
                """);
    }

    @Test
    void an_output_behind_a_folder_that_became_a_link_is_refused() {
        assertThat(steps.told(
                        Command.of("sh", "-c", "rm -r out; ln -s /etc out").output("out/hosts")))
                .contains("out/hosts is or lies behind a link; leave the file itself");
    }

    @Test
    void an_output_may_be_empty_where_that_is_said() {
        assertThat(steps.wadachi()
                        .run(Command.of("touch", "out.txt")
                                .output("out.txt", Emptiness.ALLOWED)
                                .text("out.txt")))
                .isEmpty();
    }

    @Test
    void a_program_that_takes_longer_than_its_limit_is_ended_with_all_that_it_started() throws IOException {
        Command command = Steps.shell("sleep 600 & echo $! > " + project.resolve("child") + "; sleep 600")
                .limit(Duration.ofMillis(700));

        assertThat(steps.told(command)).contains("took longer than PT0.7S, and was ended");

        long child = Long.parseLong(Files.readString(project.resolve("child")).strip());
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    /// Waits for a program that waits for a child of its own.
    @Timeout(seconds = 1)
    record Patient(String note) implements Task<Folder> {
        @Override
        public Folder run(Context in) throws IOException, InterruptedException {
            return Steps.shell("sleep 600 & echo $! > " + note + "; wait; echo 1 > out.txt")
                    .run(in);
        }
    }

    @Test
    void a_program_whose_task_is_interrupted_is_ended_with_all_that_it_started() throws IOException {
        Path note = project.resolve("child");

        assertThat(steps.told(new Patient(note.toString()))).contains("1");

        long child = Long.parseLong(Files.readString(note).strip());
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    @Tag("soak") // it is waited for, 8 s
    void a_program_that_does_not_end_when_asked_is_made_to() throws IOException {
        Command stubborn = Steps.shell("trap '' TERM; echo $$ > " + project.resolve("self") + "; sleep 600; sleep 600")
                .limit(Duration.ofMillis(700));

        assertThat(steps.told(stubborn)).contains("took longer than PT0.7S");

        long self = Long.parseLong(Files.readString(project.resolve("self")).strip());
        assertThat(ProcessHandle.of(self).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void metrics_that_cannot_be_read_fail_the_task() {
        assertThat(steps.told(Steps.shell("echo 1 > out.txt; echo '{\"mae\": NaN}' > metrics.json")))
                .contains("left no readable metrics: its metrics.json cannot be read:")
                .contains("it holds an object such as {\"mae\": 17.2");
    }

    @Test
    void a_secret_reaches_the_program_and_nobody_else() throws IOException {
        steps.close();
        steps = Steps.of(Settings.of(project).withResource("service", Map.of("token", "hunter22")));
        Command command =
                Steps.shell("echo got $TOKEN; echo ${#TOKEN} > out.txt").secret("TOKEN", "service.token");

        assertThat(steps.out(command)).isEqualTo("8\n");
        assertThat(steps.log()).isEqualTo("got ***\n");
        String told = steps.told(Steps.shell("echo got $TOKEN; exit 1").secret("TOKEN", "service.token"));
        assertThat(told).contains("got ***").doesNotContain("hunter22");
        assertThat(steps.told(Steps.shell("true").secret("TOKEN", "service.key")))
                .contains("the secret TOKEN is the setting service.key, but that resource has none of this name");
    }

    @Test
    void a_failure_is_never_kept_as_a_result() throws IOException {
        steps.write("flag.sh", "exit 1\n");
        Command command = Command.of("sh", "flag.sh").script("flag.sh").output("out.txt");
        assertThat(steps.outcome(command)).isEqualTo(Outcome.FAILED);
        assertThat(steps.outcome(command)).isEqualTo(Outcome.FAILED);
    }
}
