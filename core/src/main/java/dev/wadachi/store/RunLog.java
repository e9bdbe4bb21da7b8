package dev.wadachi.store;

import dev.wadachi.json.JsonObject;
import dev.wadachi.json.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// A run under way: its process alone appends to its `events.jsonl`, and ends it once. Safe for many threads.
public final class RunLog implements AutoCloseable {

    private final Place place;
    private final Clock clock;
    private final RunRecord begun;
    private final Place.Appender events;
    private final AtomicBoolean finished = new AtomicBoolean();

    RunLog(Place place, Clock clock, RunRecord begun, Place.Appender events) {
        this.place = place;
        this.clock = clock;
        this.begun = begun;
        this.events = events;
    }

    static byte[] line(JsonObject event) {
        return line(event.bytes(Layout.COMPACT));
    }

    private static byte[] line(byte[] json) {
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    /// Which run.
    public RunId id() {
        return begun.id();
    }

    /// Appends what became of a task; it may stay in memory until the next [#publish] or the end.
    public void append(TaskOutcome outcome) {
        append(line(outcome.json()));
    }

    /// Appends an event of any form; it may stay in memory until the next [#publish] or the end.
    public void append(JsonObject event) {
        append(line(event));
    }

    /// Appends which file a source asked for; it may stay in memory until the next [#publish] or the end.
    public void append(FileRead read) {
        append(read.json());
    }

    /// Appends what stood in place of a task; it may stay in memory until the next [#publish] or the end.
    public void append(StandIn standIn) {
        append(line(standIn.json()));
    }

    private void append(byte[] line) {
        try {
            events.append(line);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot append to the events of run " + id() + " in " + place.describe(), e);
        }
    }

    /// Appends that a task was given a published value.
    public void append(PublishedUse use) {
        append(use.json());
    }

    /// Appends how a task failed, as [#publish(JsonObject)] does.
    public void publish(TaskFailure failure) {
        publish(failure.json());
    }

    /// Appends an event, and hands it and all before it to the operating system before it returns: metrics, and what
    /// happens to the run itself.
    public void publish(JsonObject event) {
        append(event);
        try {
            events.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the events of run " + id() + " in " + place.describe(), e);
        }
    }

    /// Ends the run: everything written so far reaches the disk, then its end.
    ///
    /// @return the run as it will be listed
    /// @throws IllegalStateException if it was ended before
    public RunRecord finish(RunEnd end) {
        if (!finished.compareAndSet(false, true)) {
            throw new IllegalStateException("run " + id() + " was ended before");
        }
        var run = new RunRecord(
                begun.id(), begun.started(), begun.process(), begun.start(), end.state(), clock.instant(), end);
        try {
            events.close();
            place.sync();
            place.putIfAbsent(Runs.endOf(id()), SealedJson.seal(RunJson.write(run)), Sync.AT_ONCE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot end run " + id() + " in " + place.describe(), e);
        }
        return run;
    }

    /// Ends the run as interrupted, unless it was ended.
    @Override
    public void close() {
        if (!finished.get()) {
            finish(RunEnd.of(RunState.INTERRUPTED, Map.of()));
        }
    }
}
