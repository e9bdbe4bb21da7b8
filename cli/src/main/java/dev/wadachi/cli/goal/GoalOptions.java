package dev.wadachi.cli.goal;

import dev.wadachi.cli.command.Arguments;
import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.NextCommand;
import dev.wadachi.cli.command.Secrets;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.WholeNumber;
import dev.wadachi.cli.project.Catalog;
import dev.wadachi.cli.project.CompiledProject;
import dev.wadachi.engine.Force;
import dev.wadachi.engine.Invocation;
import dev.wadachi.engine.Request;
import dev.wadachi.parameter.BadParametersException;
import dev.wadachi.parameter.Nearest;
import dev.wadachi.parameter.Problem;
import dev.wadachi.store.RunRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What `run`, `plan`, `why` and their like take: goals with parameters, and what overrides the cache.
public final class GoalOptions {

    @Parameters(
            arity = "0..*",
            paramLabel = "[<File.java>] <Pipeline> <goal>",
            description = "A pipeline and its goals; a goal may be any task that they need.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "-P",
            paramLabel = "name=value",
            description = "A parameter; also --name value. Commas and from..to sweep.")
    private List<String> pairs = new ArrayList<>();

    @Mixin
    private final ForceOptions forces = new ForceOptions();

    @Option(
            names = "--seed",
            paramLabel = "<n>",
            converter = WholeNumber.Any.class,
            description = "Seed of random numbers; 0 by default.")
    private long seed;

    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    private List<String> options = List.of();

    /// Takes the options that are no options of ours.
    ///
    /// @param free the others, by name
    /// @param ours names of ours, dashes included, to be suggested
    public void take(Map<String, List<String>> free, Collection<String> ours) {
        parameters.putAll(free);
        options = List.copyOf(ours);
    }

    /// The word before the goals, for a command that has one.
    ///
    /// @throws BadInput with `missing` if there is none
    public String takeFirst(String missing) {
        if (words.isEmpty()) {
            throw new BadInput(missing);
        }
        String first = words.getFirst();
        words = words.subList(1, words.size());
        return first;
    }

    /// The last word, after another one that leads to it.
    ///
    /// @param leading such as `as`
    /// @throws BadInput with `missing` if they are not there
    public String takeLast(String leading, String missing) {
        int at = words.size() - 2;
        if (at < 0 || !words.get(at).equals(leading)) {
            throw new BadInput(missing);
        }
        String last = words.getLast();
        words = words.subList(0, at);
        return last;
    }

    /// The word, if there is one alone.
    public Optional<String> onlyWord() {
        return words.size() == 1 ? Optional.of(words.getFirst()) : Optional.empty();
    }

    /// Takes the goals, parameters and seed of an earlier run, and its source file unless one was named.
    public void takeFrom(RunRecord run) {
        words = new ArrayList<>(words);
        if (file().isEmpty()) {
            NextCommand.fileOf(run).ifPresent(words::add);
        }
        words.add(run.start().pipeline());
        words.addAll(run.start().goals());
        run.start().parameters().forEach((name, value) -> parameters.putIfAbsent(name, List.of(value)));
        seed = seed == 0 ? run.start().seed() : seed;
    }

    /// All words but a source file before them.
    public List<String> names() {
        return words.subList(file().isPresent() ? 1 : 0, words.size());
    }

    /// Refuses what would be parameters of a pipeline, for a command that was given none.
    public void refuseParameters() {
        if (!parameters.isEmpty()) {
            Set<String> unknown =
                    parameters.keySet().stream().map(name -> "--" + name).collect(Collectors.toSet());
            throw new BadInput(String.join(", ", unknown) + " is for the goals of a pipeline, and none is named"
                    + mistakenOptions(unknown));
        }
    }

    /// Whether no goal was named.
    public boolean isEmpty() {
        return words.size() == (file().isPresent() ? 1 : 0);
    }

    /// What is asked for, as far as the words alone say it.
    public Invocation asTyped(Surroundings around) {
        Map<String, String> typed = new LinkedHashMap<>();
        parameters.forEach((name, values) -> typed.put(name, String.join(",", values)));
        List<String> names = names();
        return new Invocation(
                names.stream().findFirst().orElse(""),
                names.subList(Math.min(1, names.size()), names.size()),
                typed,
                Secrets.masked(around.command()));
    }

    /// The single source file that was named first, if one was.
    public Optional<Path> file() {
        return words.stream().findFirst().filter(word -> word.endsWith(".java")).map(Path::of);
    }

    /// The goals, with every combination of parameters. From now on this thread and those that it starts find the
    /// project's services, such as its JDBC drivers.
    public Selection select(CompiledProject classes, ClassLoader loader, LocalDate today) {
        Thread.currentThread().setContextClassLoader(loader);
        Catalog catalog = classes.catalog();
        List<String> names = names();
        Catalog.Entry entry = names.isEmpty() ? onlyPipeline(catalog) : catalog.find(names.getFirst());
        List<String> goals = names.subList(Math.min(1, names.size()), names.size());
        Arguments.add(pairs, parameters);
        try {
            return select(entry, goals, loader, today);
        } catch (BadParametersException e) {
            Set<String> unknown = e.problems().stream()
                    .filter(problem -> problem.problem().startsWith("is no parameter"))
                    .map(Problem::place)
                    .collect(Collectors.toSet());
            throw new BadInput(e.getMessage() + mistakenOptions(unknown));
        } catch (NoSuchGoal e) {
            throw new BadInput(e.getMessage() + apart(entry, goals, String.valueOf(e.getMessage()), catalog));
        }
    }

    /// Of a task that the goals' components do not lead to, what can be done instead.
    private String apart(Catalog.Entry pipeline, List<String> goals, String message, Catalog catalog) {
        return catalog.all(Catalog.Kind.TASK).stream()
                .map(Catalog.Entry::name)
                .filter(task -> goals.contains(task) && message.contains(" no task " + task))
                .findFirst()
                .map(task -> "\n" + task + " is a task, but no component of what " + pipeline.name()
                        + " needs leads to it. One that a body loads while it runs is run by itself, if its components"
                        + " are plain: wadachi run "
                        + file().map(file -> file + " ").orElse("") + task)
                .orElse("");
    }

    private Selection select(Catalog.Entry entry, List<String> goals, ClassLoader loader, LocalDate today) {
        return switch (entry.kind()) {
            case PIPELINE -> Selection.ofPipeline(entry.load(loader), goals, parameters, today);
            case TASK -> {
                if (!goals.isEmpty()) {
                    throw new BadInput(entry.name() + " is a task and has no goal " + goals.getFirst());
                }
                yield Selection.ofTask(entry.load(loader), parameters, today);
            }
        };
    }

    /// A misspelt option of ours was taken for a parameter.
    private String mistakenOptions(Set<String> unknown) {
        return parameters.keySet().stream()
                .filter(name -> name.length() > 1 && unknown.contains("--" + name))
                .flatMap(name -> Nearest.to("--" + name, options).stream()
                        .map(near -> "\n  --" + name + " is no option of wadachi either; did you mean " + near + "?"))
                .collect(Collectors.joining());
    }

    /// What is to be done with the selected goals.
    public Request request(Selection selection, Path folder) {
        Request request = Request.of(selection.tasks()).seed(seed);
        for (Force force : forces.of(selection, folder)) {
            request = request.with(force);
        }
        return request;
    }

    /// Tasks whose newest results are to be taken.
    public Set<String> reused(Selection selection) {
        return forces.reused(selection);
    }

    private Catalog.Entry onlyPipeline(Catalog catalog) {
        List<Catalog.Entry> pipelines = catalog.all(Catalog.Kind.PIPELINE);
        if (pipelines.size() == 1) {
            return pipelines.getFirst();
        }
        throw new BadInput("name a pipeline" + named(catalog));
    }

    private String named(Catalog catalog) {
        List<String> pipelines = catalog.all(Catalog.Kind.PIPELINE).stream()
                .map(Catalog.Entry::name)
                .toList();
        return pipelines.isEmpty()
                ? ": the sources hold none, that is, no record that implements dev.wadachi.task.Pipeline"
                : ": there is " + String.join(", ", pipelines) + "; `wadachi tasks"
                        + file().map(file -> " " + file).orElse("") + "` says more";
    }
}
