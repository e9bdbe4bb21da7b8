package dev.wadachi.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wadachi.Settings;
import dev.wadachi.Wadachi;
import dev.wadachi.engine.Failure;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Outcome;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// A project whose tasks are commands, run by the engine on a store of their own.
record Steps(Path project, Wadachi wadachi) implements AutoCloseable {

    /// What the shop sold.
    record Sold(String day, int cans) {}

    static Steps in(Path project) {
        return of(Settings.of(project));
    }

    static Steps of(Settings settings) {
        assumeTrue(isThere("sh"), "there is no sh on the PATH: nothing to run");
        return new Steps(settings.project(), Wadachi.open(settings));
    }

    static boolean isThere(String program) {
        return new Program(program, List.of(), System.getenv()).file().isPresent();
    }

    /// A line of shell as a command that leaves `out.txt`.
    static Command shell(String line) {
        return Command.of("sh", "-c", line).output("out.txt");
    }

    static Task<List<Sold>> sold(int cans) {
        return Task.of(List.of(new Sold("2021-08-02", cans)));
    }

    void write(String file, String text) throws IOException {
        Files.writeString(project.resolve(file), text);
    }

    Report run(Task<?> task) {
        return wadachi.run(Request.of(task));
    }

    Outcome outcome(Task<?> task) {
        return outcomeOf(task.getClass().getSimpleName(), task);
    }

    /// What became of a task that is called so.
    Outcome outcomeOf(String name, Task<?> goal) {
        return run(goal).tasks().stream()
                .filter(each -> each.key().task().equals(name))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    /// What its output is, as text.
    String out(Command command) {
        return wadachi.run(command.text("out.txt"));
    }

    Failure failure(Task<?> task) {
        Report report = run(task);
        assertThat(report.failures()).hasSize(1);
        return report.failures().getFirst();
    }

    /// What is told of a failure.
    String told(Task<?> task) {
        return String.join("\n", failure(task).told());
    }

    /// Where a failure says that the files are.
    static Path kept(String told) {
        return Path.of(told.replaceAll("(?s).*    cd '?(.*?)'? && .*", "$1"));
    }

    /// What would run, and why.
    List<String> why(Task<?> task) {
        return wadachi.plan(Request.of(task)).steps().stream()
                .filter(step -> !step.causes().isEmpty())
                .map(step -> step.label() + ": "
                        + String.join(
                                "; ",
                                step.causes().stream()
                                        .map(cause -> cause.text())
                                        .toList()))
                .toList();
    }

    /// The log that is kept with the newest result.
    String log() throws IOException {
        var trace = wadachi.store().traces().ofTask("Command", 1).getFirst().trace();
        return new String(
                wadachi.store()
                        .blobs()
                        .find(Objects.requireNonNull(trace.evidence().log()))
                        .orElseThrow()
                        .bytes(),
                StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        wadachi.close();
    }
}
