package dev.wadachi.cli.notice;

import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.notice.Notice.State;
import dev.wadachi.cli.progress.Terminal;
import dev.wadachi.cli.project.Project;
import dev.wadachi.engine.Event;
import dev.wadachi.engine.Invocation;
import dev.wadachi.engine.Listener;
import dev.wadachi.engine.Report;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells receivers of runs. Closing it waits until all of them were told, or did not answer.
///
/// Several runs may be watched at the same time.
public final class Notices implements AutoCloseable {

    /// Nobody waits for longer at the end of a run.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<Receiver> receivers;
    private final String project;
    private final Consumer<String> warnings;
    private final Queue<CompletableFuture<?>> underWay = new ConcurrentLinkedQueue<>();
    private @Nullable HttpClient client;

    /// @param tables the receivers' settings, by their names
    /// @param environment says whether this is continuous integration
    /// @param project what the project is called
    /// @param warnings take what could not be told
    /// @throws dev.wadachi.cli.command.BadInput with everything that is wrong with the settings
    public Notices(
            Map<String, Map<String, String>> tables,
            Map<String, String> environment,
            String project,
            Consumer<String> warnings) {
        this.receivers = Receiver.all(tables, environment);
        this.project = project;
        this.warnings = warnings;
    }

    /// Those that a project names.
    ///
    /// @param terminal takes warnings
    /// @throws dev.wadachi.cli.command.BadInput with everything that is wrong with the settings
    public static Notices of(Project project, Surroundings around, Terminal terminal) {
        return new Notices(
                project.configuration().receivers(),
                around.environment(),
                project.name().orElse(""),
                warning -> terminal.err().println("warning: " + warning));
    }

    /// A listener that passes everything on, and tells of the run that it hears of.
    public Listener watching(Listener listener, Invocation invocation) {
        List<Receiver> hearing = hearing(invocation).toList();
        return hearing.isEmpty() ? listener : new Watch(listener, invocation, hearing);
    }

    /// Tells, as of a run that failed, of one that did not begin: nobody else would notice at night that the code does
    /// not compile.
    ///
    /// @param invocation as far as it is known
    /// @param obstacle why, as the terminal says it
    public void prevented(Invocation invocation, String obstacle) {
        Notice notice =
                new Notice(Reason.FAILED, project, invocation, "", Duration.ZERO, new State.Prevented(obstacle));
        hearing(invocation)
                .filter(receiver -> receiver.on().contains(Reason.FAILED))
                .forEach(receiver -> tell(receiver, notice));
    }

    private Stream<Receiver> hearing(Invocation invocation) {
        return receivers.stream().filter(receiver -> receiver.hears(invocation.pipeline()));
    }

    /// One run. Its methods are called by one thread at a time.
    private final class Watch implements Listener {

        private final Listener listener;
        private final Invocation invocation;
        private final List<Receiver> hearing;
        private final Set<String> toldOfSlow = new HashSet<>();
        private final long start = System.nanoTime();
        private String run = "";

        Watch(Listener listener, Invocation invocation, List<Receiver> hearing) {
            this.listener = listener;
            this.invocation = invocation;
            this.hearing = hearing;
        }

        @Override
        public void on(Event event) {
            listener.on(event);
            switch (event) {
                case Event.RunStarted(String id, int _) -> run = id;
                case Event.RunEnded(Report report) -> ended(report);
                case Event.TaskStarted _,
                        Event.TaskEnded _,
                        Event.Progressed _,
                        Event.Measured _,
                        Event.Logged _,
                        Event.Warned _ -> {}
            }
        }

        @Override
        public void tick() {
            listener.tick();
            Duration took = took();
            for (Receiver receiver : hearing) {
                if (!run.isEmpty()
                        && receiver.slowAfter()
                                .filter(slow -> took.compareTo(slow) > 0)
                                .isPresent()
                        && toldOfSlow.add(receiver.name())) {
                    tell(receiver, new Notice(Reason.SLOW, project, invocation, run, took, new State.Underway()));
                }
            }
        }

        private void ended(Report report) {
            Reason reason = report.succeeded() ? Reason.FINISHED : Reason.FAILED;
            Notice notice =
                    new Notice(reason, project, invocation, report.run(), report.wall(), new State.Ended(report));
            hearing.stream()
                    .filter(receiver -> receiver.on().contains(reason))
                    .forEach(receiver -> tell(receiver, notice));
        }

        private Duration took() {
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private void tell(Receiver receiver, Notice notice) {
        HttpRequest request = HttpRequest.newBuilder(receiver.address())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(receiver.message(notice).compact()))
                .build();
        underWay.add(client().sendAsync(request, BodyHandlers.discarding()).handle((answer, failure) -> {
            warn(receiver, answer, failure);
            return null;
        }));
    }

    /// The address is a secret, so only its host is named.
    private void warn(Receiver receiver, @Nullable HttpResponse<Void> answer, @Nullable Throwable failure) {
        String what = failure != null ? "no answer (" + rootName(failure) + ")" : answer(answer);
        if (!what.isEmpty()) {
            warnings.accept("[notify." + receiver.name() + "] at "
                    + receiver.address().getHost() + " was not told of the run: " + what);
        }
    }

    private static String answer(@Nullable HttpResponse<Void> answer) {
        return answer == null || answer.statusCode() / 100 == 2 ? "" : "HTTP " + answer.statusCode();
    }

    private static String rootName(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        }
        return client;
    }

    @Override
    public void close() {
        for (CompletableFuture<?> sending : underWay) {
            sending.join();
        }
    }
}
