package dev.wadachi.cli.goal;

import dev.wadachi.codec.Codecs;
import dev.wadachi.parameter.Binding;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Task;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/// What was asked for.
///
/// @param pipeline the name of the pipeline, or of a task that was named instead of one
/// @param goals the goals as the user wrote them
/// @param combinations one for each combination of parameters, at least one
/// @param overTime the parameters that a range of time was given for
public record Selection(String pipeline, List<String> goals, List<Combination> combinations, List<String> overTime) {

    /// Keeps unmodifiable copies.
    public Selection {
        goals = List.copyOf(goals);
        combinations = List.copyOf(combinations);
        overTime = List.copyOf(overTime);
    }

    /// Goals of a pipeline with parameters.
    ///
    /// @param pipeline the pipeline's class
    /// @param goals names of goals or tasks; none stands for the pipeline's only goal
    /// @param parameters texts by option; several values sweep
    /// @throws NoSuchGoal if a goal is not there
    public static Selection ofPipeline(
            Class<? extends Record> pipeline,
            List<String> goals,
            Map<String, List<String>> parameters,
            LocalDate today) {
        List<String> wanted = goals.isEmpty() ? List.of(onlyGoal(pipeline)) : goals;
        List<Combination> combinations = new ArrayList<>();
        for (Record each : Binding.bind(pipeline, parameters, today)) {
            List<Goal> tasks = wanted.stream()
                    .flatMap(name -> Goals.named(each, name).stream())
                    .toList();
            combinations.add(new Combination(PipelineText.parameters(each), tasks));
        }
        return new Selection(pipeline.getSimpleName(), wanted, combinations, Binding.overTime(pipeline, parameters));
    }

    /// A task whose components are plain parameters, without a pipeline.
    public static Selection ofTask(
            Class<? extends Record> task, Map<String, List<String>> parameters, LocalDate today) {
        String name = TaskNames.nameOf(task);
        List<Combination> combinations = new ArrayList<>();
        for (Record each : Binding.bind(task, parameters, today)) {
            combinations.add(new Combination(PipelineText.parameters(each), List.of(new Goal(name, (Task<?>) each))));
        }
        return new Selection(name, List.of(), combinations, Binding.overTime(task, parameters));
    }

    /// What was asked for of each value of a parameter, the values in their order as texts: that of time, for times.
    public SequencedMap<String, Selection> by(String parameter) {
        SequencedMap<String, List<Combination>> parts = new TreeMap<>();
        for (Combination each : combinations) {
            parts.computeIfAbsent(each.parameters().getOrDefault(parameter, ""), _ -> new ArrayList<>())
                    .add(each);
        }
        SequencedMap<String, Selection> selections = new LinkedHashMap<>();
        parts.forEach((value, part) -> selections.put(value, new Selection(pipeline, goals, part, overTime)));
        return selections;
    }

    /// Every wanted task.
    public List<Task<?>> tasks() {
        List<Task<?>> tasks = new ArrayList<>();
        combinations.forEach(combination -> combination.goals().forEach(goal -> tasks.add(goal.task())));
        return tasks;
    }

    /// The names of all tasks that the goals' components lead to, in order.
    public SortedSet<String> taskNames() {
        return TaskNames.of(tasks()).names();
    }

    /// What a task of the goals is called today, by its name or by the one that it had before it was renamed.
    public String nameToday(String task) {
        return TaskNames.of(tasks()).today(task);
    }

    /// The type of the values of a task that the goals need; empty if they need none of that name.
    public Optional<Class<?>> valueType(String task) {
        return TaskNames.of(tasks()).called(task).stream()
                .findFirst()
                .<Codec<?>>map(goal -> codec(goal.task()))
                .map(Codec::type);
    }

    private static Codec<?> codec(Task<?> task) {
        return task.codec().<Codec<?>>map(own -> own).orElseGet(() -> Codecs.ofTask(task.getClass()));
    }

    /// As a person says it: `Demand evaluate`.
    public String title() {
        return goals.isEmpty() ? pipeline : pipeline + " " + String.join(" ", goals);
    }

    /// Each parameter's value; where it is swept, its values between commas.
    public Map<String, String> parameters() {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        combinations.forEach(combination -> combination
                .parameters()
                .forEach((name, text) ->
                        values.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(text)));
        Map<String, String> joined = new LinkedHashMap<>();
        values.forEach((name, texts) -> joined.put(name, String.join(",", texts)));
        return joined;
    }

    /// The parameters that differ between the combinations.
    public List<String> swept() {
        Map<String, String> first = combinations.getFirst().parameters();
        return first.keySet().stream()
                .filter(name -> combinations.stream()
                        .anyMatch(combination ->
                                !Objects.equals(combination.parameters().get(name), first.get(name))))
                .toList();
    }

    private static String onlyGoal(Class<?> pipeline) {
        List<String> offered = Goals.of(pipeline).stream().map(Method::getName).toList();
        if (offered.size() == 1) {
            return offered.getFirst();
        }
        throw new NoSuchGoal(
                offered.isEmpty()
                        ? pipeline.getSimpleName()
                                + " has no goal: give it a public method without arguments that returns a task"
                        : "name a goal of " + pipeline.getSimpleName() + ": " + String.join(", ", offered));
    }
}
