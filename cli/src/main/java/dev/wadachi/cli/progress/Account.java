package dev.wadachi.cli.progress;

import dev.wadachi.digest.Key;
import dev.wadachi.engine.Event;
import dev.wadachi.store.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is known of a run so far. Safe for several threads.
public final class Account {

    private static final int LINES = 10;
    private static final int NAMED = 3;

    /// A task whose body is running.
    ///
    /// @param label its name with parameters
    /// @param since when it started, by [System#nanoTime()]
    /// @param share how far it is, from 0 to 1; negative if it has not said
    /// @param message what it said it is doing; empty if nothing
    record Running(String label, long since, double share, String message) {}

    private final Map<Key, Running> running = new LinkedHashMap<>();
    private final Map<Key, Deque<String>> lines = new HashMap<>();
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final List<String> warnings = new ArrayList<>();
    private int tasks;
    private String run = "";

    /// Takes note of an event.
    synchronized void note(Event event) {
        switch (event) {
            case Event.RunStarted(String id, int expected) -> {
                run = id;
                tasks = expected;
            }
            case Event.TaskStarted started ->
                running.put(started.task(), new Running(started.label(), System.nanoTime(), -1, ""));
            case Event.Progressed(Key task, double share, String message) ->
                running.computeIfPresent(
                        task, (_, before) -> new Running(before.label(), before.since(), share, message));
            case Event.TaskEnded ended -> {
                running.remove(ended.result().key());
                counts.merge(ended.result().outcome(), 1, Integer::sum);
                if (ended.result().outcome() != Outcome.FAILED) {
                    lines.remove(ended.result().key());
                }
            }
            case Event.Logged(Key task, String line) -> keep(task, line);
            case Event.Warned(String text) -> warnings.add(text);
            case Event.Measured _, Event.RunEnded _ -> {}
        }
    }

    private void keep(Key task, String line) {
        Deque<String> last = lines.computeIfAbsent(task, _ -> new ArrayDeque<>());
        if (last.size() == LINES) {
            last.removeFirst();
        }
        last.addLast(line);
    }

    /// The run's id; empty before it started.
    public synchronized String run() {
        return run;
    }

    /// The last lines that a failed or running task wrote to its log.
    public synchronized List<String> lastLines(Key task) {
        return List.copyOf(lines.getOrDefault(task, new ArrayDeque<>()));
    }

    /// What a stopped run still waits for.
    synchronized String stopping() {
        if (running.isEmpty()) {
            return "stopping; press Ctrl-C again to leave now";
        }
        List<String> labels = running.values().stream().map(Running::label).toList();
        String more = labels.size() > NAMED ? " and " + (labels.size() - NAMED) + " more" : "";
        return "stopping: waiting up to 10 s for "
                + String.join(", ", labels.subList(0, Math.min(NAMED, labels.size()))) + more
                + "; press Ctrl-C again to leave now";
    }

    synchronized List<Running> running() {
        return List.copyOf(running.values());
    }

    synchronized int tasks() {
        return tasks;
    }

    synchronized int ended() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized Map<Outcome, Integer> counts() {
        return Collections.unmodifiableMap(new EnumMap<>(counts));
    }
}
