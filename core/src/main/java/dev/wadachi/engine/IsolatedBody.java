package dev.wadachi.engine;

import dev.wadachi.engine.worker.Answer;
import dev.wadachi.engine.worker.Assignment;
import dev.wadachi.engine.worker.Configured;
import dev.wadachi.engine.worker.Message;
import dev.wadachi.engine.worker.Question;
import dev.wadachi.engine.worker.Thrown;
import dev.wadachi.engine.worker.Worker;
import dev.wadachi.engine.worker.WorkerCost;
import dev.wadachi.json.JsonObject;
import dev.wadachi.parameter.TaskRoll;
import dev.wadachi.resource.ProjectResources;
import dev.wadachi.store.Effect;
import dev.wadachi.task.Encoded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One try of a body in a JVM of its own: starts the worker, answers what its body asks for, and takes its value.
///
/// Everything that counts happens here, through the [BodyContext] that a body of this process would have: what is
/// loaded is brought up to date, noted and recorded as ever. Belongs to the body's thread.
final class IsolatedBody {

    /// How long a body that was interrupted may take before its JVM is ended.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Execution execution;
    private final Node node;
    private final BodyContext context;
    private final BodyLog log;
    private final TaskRoll roll;
    private WorkerCost cost = WorkerCost.UNKNOWN;

    IsolatedBody(Execution execution, Node node, BodyContext context, BodyLog log) {
        this.execution = execution;
        this.node = node;
        this.context = context;
        this.log = log;
        this.roll = new TaskRoll(classes(node));
    }

    private static ClassLoader classes(Node node) {
        ClassLoader own = node.task.getClass().getClassLoader();
        return own == null ? ClassLoader.getSystemClassLoader() : own;
    }

    /// Runs the body.
    ///
    /// @return its value, in files under its scratch folder
    Encoded run() throws Exception {
        Path folder = context.scratch();
        Path options = folder.resolve("java.options");
        List<String> command = WorkerCommand.of(
                        classes(node), node.traits.heap().orElseThrow())
                .words(options, node.name);
        try (WorkerProcess worker = WorkerProcess.start(command, environment(), log, this::heard)) {
            return served(worker, folder);
        }
    }

    /// A library on GPUs sees those that its body holds, and no other.
    private Map<String, String> environment() {
        List<Integer> gpus = context.gpus();
        return gpus.isEmpty()
                ? Map.of()
                : Map.of(Gpus.VISIBLE, gpus.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /// What the worker took, once it has ended.
    WorkerCost cost() {
        return cost;
    }

    private Encoded served(WorkerProcess worker, Path folder) throws Exception {
        try {
            worker.send(new Message.Begin(assignment(folder)));
            while (true) {
                switch (worker.next()) {
                    case Message.Ask(long number, Question question) ->
                        worker.send(new Message.Answered(number, answer(question)));
                    case Message.Returned(Encoded value, WorkerCost spent) -> {
                        cost = spent;
                        worker.awaitEnd();
                        return value;
                    }
                    case Message.Threw(Thrown thrown, WorkerCost spent) -> {
                        cost = spent;
                        worker.awaitEnd();
                        throw thrown.here();
                    }
                    case Message.Hello _,
                            Message.Measured _,
                            Message.Progressed _,
                            Message.Nested _,
                            Message.Begin _,
                            Message.Answered _,
                            Message.Stop _ -> throw new IllegalStateException("a worker said what only a run says");
                }
            }
        } catch (InterruptedException stopped) {
            if (!worker.stop(PATIENCE)) {
                execution
                        .recorder()
                        .warned(node.label() + " did not answer an interrupt for " + PATIENCE.toSeconds()
                                + " s; its JVM was ended");
            }
            throw stopped;
        } catch (WorkerDied died) {
            throw died.code() == Worker.OUT_OF_MEMORY ? Thrown.of(new OutOfMemoryError("Java heap space")) : died;
        }
    }

    private Assignment assignment(Path folder) throws IOException {
        int number = roll.number(node.task);
        return new Assignment(
                roll.unsent(),
                number,
                node.label(),
                execution.outside().path(""),
                execution.outside() instanceof ProjectResources project
                        ? Configured.settings(project.resources())
                        : JsonObject.EMPTY,
                folder,
                context.gpus(),
                context.effect().map(Effect::occasion).orElse(null),
                Assignment.Surroundings.ofThisProcess());
    }

    /// Whatever goes wrong is thrown at the body: it may know what to do, or fails.
    private Answer answer(Question question) {
        try {
            return switch (question) {
                case Question.Load(var unseen, int task, var part) -> {
                    roll.receive(unseen);
                    yield new Answer.Value(context.stored(roll.task(task), part));
                }
                case Question.Draw() -> new Answer.Seed(context.drawn());
                case Question.Checkpoint() -> new Answer.Folder(context.checkpoint());
            };
        } catch (RuntimeException refused) {
            return new Answer.Refused(Thrown.of(refused));
        }
    }

    /// On the worker's own thread: a body's figures arrive while it waits for a load, too.
    private void heard(Message aside) {
        switch (aside) {
            case Message.Measured(String name, double value, Long step) -> {
                if (step == null) {
                    context.metric(name, value);
                } else {
                    context.metric(name, value, step);
                }
            }
            case Message.Progressed(double share, String text) -> context.progress(share, text);
            case Message.Nested(String name, Map<String, String> parameters) -> context.child(name, parameters);
            case Message.Hello _,
                    Message.Ask _,
                    Message.Returned _,
                    Message.Threw _,
                    Message.Begin _,
                    Message.Answered _,
                    Message.Stop _ -> throw new IllegalStateException("this has to be dealt with in turn");
        }
    }
}
