package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The runs of a store: `runs/<id>/events.jsonl`, and `run.json` once a run has ended.
///
/// A run without `run.json` is *running* while its process lives, and *interrupted* once that is gone. Of another
/// host's process nobody here knows; its run counts as running until its events have not moved for a day. Safe for
/// many threads.
public final class Runs {

    private static final Duration SILENCE_OF_ANOTHER_HOST = Duration.ofDays(1);
    private static final Pattern WORD = Pattern.compile("[0-9a-f-]+");

    private final Place place;
    private final Clock clock;
    private final RunIds ids;
    private final Owner owner;

    /// @param owner who looks at the runs
    Runs(Place place, Clock clock, Owner owner) {
        this.owner = owner;
        this.place = place;
        this.clock = clock;
        this.ids = new RunIds(clock);
    }

    static String eventsOf(RunId id) {
        return "runs/" + id.text() + "/events.jsonl";
    }

    static String endOf(RunId id) {
        return "runs/" + id.text() + "/run.json";
    }

    /// Begins a run under a new id; others see it at once.
    public RunLog begin(RunStart start) {
        try {
            RunRecord run = beginning(start);
            while (!place.putIfAbsent(eventsOf(run.id()), RunLog.line(RunJson.write(run)), Sync.BATCHED)) {
                run = beginning(start);
            }
            return new RunLog(place, clock, run, place.append(eventsOf(run.id())));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot begin a run in " + place.describe(), e);
        }
    }

    private RunRecord beginning(RunStart start) {
        return new RunRecord(
                ids.next(), clock.instant(), ProcessIdentity.current(), start, RunState.RUNNING, null, null);
    }

    /// The runs of the store's project and those of which no project is known, newest first; each is read when the
    /// stream comes to it.
    public Stream<RunRecord> newestFirst() {
        return ofAllProjects().filter(this::isOwn);
    }

    /// Whether a run is of the store's project, or nobody knows whose it is.
    public boolean isOwn(RunRecord run) {
        return owner.sees(run.start().project());
    }

    /// The runs of all projects on the store, newest first; each is read when the stream comes to it.
    public Stream<RunRecord> ofAllProjects() {
        try {
            return place.list("runs", Integer.MAX_VALUE).stream()
                    .sorted(Collections.reverseOrder())
                    .flatMap(name -> idOf(name).stream())
                    .flatMap(id -> read(id).stream());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the runs in " + place.describe(), e);
        }
    }

    /// The newest run whose id is this text, or begins or ends with it, of whatever project.
    public Optional<RunRecord> find(String text) {
        if (!WORD.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            List<RunId> matching = place.list("runs", Integer.MAX_VALUE).stream()
                    .filter(name -> name.startsWith(text) || name.endsWith(text))
                    .sorted(Collections.reverseOrder())
                    .flatMap(name -> idOf(name).stream())
                    .toList();
            return matching.stream().flatMap(id -> read(id).stream()).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for run '" + text + "' in " + place.describe(), e);
        }
    }

    /// Shows what became of each task of a run, in the order of writing; nothing for an unknown run.
    public void outcomes(RunId id, Consumer<TaskOutcome> visitor) {
        events(id, TaskOutcome.EVENT, event -> visitor.accept(TaskOutcome.read(event)));
    }

    /// Shows how the tasks of a run failed that did, in the order of writing; nothing for an unknown run.
    public void failures(RunId id, Consumer<TaskFailure> visitor) {
        events(id, TaskFailure.EVENT, event -> visitor.accept(TaskFailure.read(event)));
    }

    /// Shows the files and folders that the sources of a run asked for, in the order of writing.
    public void reads(RunId id, Consumer<FileRead> visitor) {
        events(id, FileRead.EVENT, event -> visitor.accept(FileRead.read(event)));
    }

    /// Shows what stood in place of tasks of a run by its user's word, in the order of writing.
    public void standIns(RunId id, Consumer<StandIn> visitor) {
        events(id, StandIn.EVENT, event -> visitor.accept(StandIn.read(event)));
    }

    /// Shows which tasks of a run were given published values, in the order of writing.
    void uses(RunId id, Consumer<PublishedUse> visitor) {
        events(id, PublishedUse.EVENT, event -> visitor.accept(PublishedUse.read(event)));
    }

    private void events(RunId id, String kind, Consumer<JsonObject> visitor) {
        events(id, event -> {
            if (event.findText("event").filter(kind::equals).isPresent()) {
                visitor.accept(event);
            }
        });
    }

    /// Shows every event of a run, in the order of writing. A last line that was not written to its end is left out.
    public void events(RunId id, Consumer<JsonObject> visitor) {
        try {
            Optional<Path> file = place.file(eventsOf(id));
            if (file.isPresent()) {
                lines(file.get(), visitor);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the events of run " + id + " in " + place.describe(), e);
        }
    }

    /// Every blob that a run's `events.jsonl` names: what was not committed when it began, the logs of failures, and
    /// the values that were given to it.
    public static List<Digest> blobsNamedIn(byte[] events) {
        var named = new ArrayList<Digest>();
        new String(events, StandardCharsets.UTF_8)
                .lines()
                .flatMap(line -> parse(line).stream())
                .forEach(event -> {
                    try {
                        switch (event.findText("event").orElse("")) {
                            case RunJson.BEGIN ->
                                RunJson.read(event, RunState.RUNNING)
                                        .start()
                                        .repository()
                                        .flatMap(Commit::dirtyDiff)
                                        .ifPresent(named::add);
                            case TaskFailure.EVENT ->
                                TaskFailure.read(event).wholeLog().ifPresent(named::add);
                            case StandIn.EVENT ->
                                StandIn.read(event).output().blobs().forEach(named::add);
                            default -> {}
                        }
                    } catch (JsonException | IllegalArgumentException | DateTimeException fromTheFuture) {
                        // A newer version wrote it, and alone knows what it needs.
                    }
                });
        return named;
    }

    private static void lines(Path file, Consumer<JsonObject> visitor) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                parse(line).ifPresent(visitor);
            }
        } catch (NoSuchFileException gone) {
            // Removed since it was listed.
        }
    }

    private static Optional<JsonObject> parse(String line) {
        try {
            return Optional.of(Json.parse(line).asObject());
        } catch (JsonException torn) {
            return Optional.empty();
        }
    }

    private Optional<RunRecord> read(RunId id) {
        try {
            Optional<JsonObject> ended = place.read(endOf(id)).flatMap(SealedJson::open);
            if (ended.isPresent()) {
                return Optional.of(RunJson.read(ended.get(), RunState.INTERRUPTED));
            }
            Optional<JsonObject> begun = firstEvent(id);
            return begun.isEmpty()
                    ? Optional.empty()
                    : Optional.of(RunJson.read(begun.get(), stateOf(id, RunJson.process(begun.get()))));
        } catch (JsonException | IllegalArgumentException | DateTimeException notARun) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read run " + id + " in " + place.describe(), e);
        }
    }

    private Optional<JsonObject> firstEvent(RunId id) throws IOException {
        Optional<Path> file = place.file(eventsOf(id));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (BufferedReader lines = Files.newBufferedReader(file.get(), StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            return line == null ? Optional.empty() : parse(line);
        }
    }

    private RunState stateOf(RunId id, ProcessIdentity process) throws IOException {
        if (process.isHere()) {
            return process.isGone() ? RunState.INTERRUPTED : RunState.RUNNING;
        }
        Instant silent = clock.instant().minus(SILENCE_OF_ANOTHER_HOST);
        boolean moved = place.facts(eventsOf(id))
                .filter(facts -> facts.modified().isAfter(silent))
                .isPresent();
        return moved ? RunState.RUNNING : RunState.INTERRUPTED;
    }

    private static Optional<RunId> idOf(String name) {
        try {
            return Optional.of(new RunId(name));
        } catch (IllegalArgumentException notARun) {
            return Optional.empty();
        }
    }
}
