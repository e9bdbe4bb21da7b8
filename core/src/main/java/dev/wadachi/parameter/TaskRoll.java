package dev.wadachi.parameter;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonObject;
import dev.wadachi.task.Task;
import java.util.List;

/// Tasks that two processes know by the same numbers.
///
/// Each process has a roll. Whoever names a task that the other has not seen writes it down, after its upstreams, and
/// sends what is new; from then on its number is enough. So a task with ten thousand upstreams is written once, and
/// who receives a number gets the very object that it named itself, its given values among it. A given value without
/// JSON form, such as a table, arrives as an [AbsentValue].
///
/// Only one of both may name new tasks at a time. Thread-safe.
public final class TaskRoll {

    private final TaskSpecWriter writer = new TaskSpecWriter(TaskSpecWriter.Formless.BY_PLACE);
    private final TaskSpecReader reader;
    private int sent;

    /// An empty roll.
    ///
    /// @param loader finds the classes of tasks that the other process names
    public TaskRoll(ClassLoader loader) {
        this.reader = new TaskSpecReader(loader);
    }

    /// The number of a task, which is new to the roll or known to it.
    ///
    /// @throws RefusedException where a component is refused
    public synchronized int number(Task<?> task) {
        return writer.add(task, reader::take);
    }

    /// What the other process has to [#receive(JsonArray)] before it hears of numbers that were given since the last
    /// call.
    public synchronized JsonArray unsent() {
        List<Json> fresh = writer.from(sent);
        sent += fresh.size();
        return new JsonArray(fresh);
    }

    /// Makes the tasks that the other process named.
    ///
    /// @throws IllegalArgumentException where one cannot be made: a class is gone, or a constructor refuses
    public synchronized void receive(JsonArray nodes) {
        try {
            for (Json node : nodes) {
                JsonObject json = node.asObject();
                writer.take(reader.add(json), json);
                sent++;
            }
        } catch (JsonException e) {
            throw new IllegalArgumentException("A task cannot be made here. " + e.getMessage(), e);
        }
    }

    /// The task of a number.
    ///
    /// @throws IllegalArgumentException if there is none
    public synchronized Task<?> task(int number) {
        try {
            return reader.at(number);
        } catch (JsonException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
