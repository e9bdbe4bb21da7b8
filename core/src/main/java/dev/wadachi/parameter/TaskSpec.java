package dev.wadachi.parameter;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonException;
import dev.wadachi.task.Task;

/// A task as JSON from which it can be made again, with all its upstreams.
///
/// Traces keep the tasks that a body loaded while it ran, so that a later run can bring them up to date before it
/// decides whether the trace still holds. Each task is written once, however many others share it, after its upstreams:
///
/// ```json
/// {"tasks": [
///   {"class": "shop.Sales", "components": {"file": "data/sales.csv"}},
///   {"class": "shop.Features", "components": {"sales": 0, "lags": 53}}
/// ]}
/// ```
///
/// The last task is the one that was meant; a number in place of an upstream is the place of that task in the list.
public final class TaskSpec {

    static final String TASKS = "tasks";
    static final String CLASS = "class";
    static final String COMPONENTS = "components";
    static final String GIVEN = "given";
    static final String ABSENT = "absent";
    static final String PLACE = "place";

    private TaskSpec() {}

    /// The task as JSON. Deterministic; takes no recursion, however long the chain of upstreams.
    ///
    /// @throws RefusedException where a component is refused
    public static Json write(Task<?> task) {
        return new TaskSpecWriter(TaskSpecWriter.Formless.LOST).write(task);
    }

    /// The task that [#write(Task)] wrote, made of classes that `loader` finds.
    ///
    /// Classes and components are found under their names of today and those of `@Was`; a component that is missing has
    /// its value of `@Added`.
    ///
    /// @throws IllegalArgumentException where it cannot be made any more: a class or component is gone or of another
    ///     type, or a constructor refuses
    public static Task<?> read(Json json, ClassLoader loader) {
        try {
            return new TaskSpecReader(loader).read(json.asObject());
        } catch (JsonException e) {
            throw new IllegalArgumentException("The recorded task cannot be made again. " + e.getMessage(), e);
        }
    }
}
