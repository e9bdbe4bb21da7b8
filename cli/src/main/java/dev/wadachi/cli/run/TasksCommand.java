package dev.wadachi.cli.run;

import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.NextCommand;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.goal.Goals;
import dev.wadachi.cli.goal.PipelineText;
import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.project.Catalog;
import dev.wadachi.cli.project.CompiledProject;
import dev.wadachi.cli.project.SourceDocs;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.parameter.Types;
import dev.wadachi.task.Default;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `wadachi tasks`: what the project offers.
@CommandLine.Command(
        description = "Lists pipelines with their parameters and goals, and the tasks.",
        footerHeading = "%nFor example:%n",
        footer = {"  wadachi tasks", "  wadachi tasks Demand", "  wadachi tasks Shop.java"})
public final class TasksCommand implements Command {

    @Parameters(arity = "0..2", paramLabel = "[<File.java>] [<Pipeline>]", description = "One pipeline; else all.")
    private List<String> words = new ArrayList<>();

    @Mixin
    private final StoreOption store = new StoreOption();

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    @Override
    public ExitCode run(Surroundings around) {
        Optional<Path> file = words.stream()
                .filter(word -> word.endsWith(".java"))
                .findFirst()
                .map(Path::of);
        Workspace workspace = Workspace.of(around, file, store);
        CompiledProject classes = workspace.project().compile();
        Catalog catalog = classes.catalog();
        List<Catalog.Entry> entries = words.stream()
                .filter(word -> !word.endsWith(".java"))
                .map(catalog::find)
                .toList();
        List<Catalog.Entry> told = entries.isEmpty() ? catalog.entries() : entries;
        SourceDocs docs = workspace.project().docs(told);
        ClassLoader loader = classes.loader();
        if (json) {
            List<Json> list =
                    told.stream().<Json>map(entry -> json(entry, loader, docs)).toList();
            around.terminal().out().print(new JsonArray(list).pretty());
        } else {
            print(told, file, loader, docs, around.terminal().out());
        }
        return ExitCode.OK;
    }

    private static void print(
            List<Catalog.Entry> entries, Optional<Path> file, ClassLoader loader, SourceDocs docs, PrintStream out) {
        NextCommand run = NextCommand.of("wadachi", "run")
                .with(file.stream().map(Path::toString).toArray(String[]::new));
        for (Catalog.Entry entry : entries) {
            if (entry.kind() == Catalog.Kind.PIPELINE) {
                pipeline(toldApart(entry, entries), run, entry.load(loader), docs, out);
                out.println();
            }
        }
        Columns tasks = Columns.plain();
        entries.stream()
                .filter(entry -> entry.kind() == Catalog.Kind.TASK)
                .forEach(entry -> tasks.row("  " + toldApart(entry, entries), docs.about(simpleName(entry))));
        if (!tasks.isEmpty()) {
            out.println("Tasks\n" + tasks.text());
        }
    }

    /// Its name; in full where another has the same.
    private static String toldApart(Catalog.Entry entry, List<Catalog.Entry> entries) {
        long ofThatName = entries.stream()
                .filter(each -> each.name().equals(entry.name()))
                .count();
        return ofThatName > 1 ? entry.fullName() : entry.name();
    }

    private static void pipeline(
            String name, NextCommand run, Class<? extends Record> type, SourceDocs docs, PrintStream out) {
        String about = docs.about(type.getSimpleName());
        out.println(name + (about.isEmpty() ? "" : "  " + about));
        Columns columns = Columns.plain();
        for (RecordComponent component : type.getRecordComponents()) {
            String fallback =
                    defaultOf(component).map(text -> "default " + text).orElse("must be given");
            columns.row(
                    "  " + written(PipelineText.option(component)),
                    Types.name(component.getGenericType()),
                    fallback,
                    docs.about(type.getSimpleName() + "." + component.getName()));
        }
        columns.lines().forEach(out::println);
        Columns goals = Columns.plain();
        for (Method goal : Goals.of(type)) {
            goals.row(
                    "  " + run.with(name, goal.getName()).text(),
                    Types.name(goal.getGenericReturnType()),
                    docs.about(type.getSimpleName() + "." + goal.getName() + "()"));
        }
        goals.lines().forEach(out::println);
    }

    /// A parameter that is called as an option of ours is has to be written in full.
    private static String written(String option) {
        boolean isOurs = new CommandLine(new RunCommand()).getCommandSpec().findOption("--" + option) != null;
        return isOurs ? "-P " + option + "=" : "--" + option;
    }

    private static JsonObject json(Catalog.Entry entry, ClassLoader loader, SourceDocs docs) {
        Class<? extends Record> type = entry.load(loader);
        List<Json> parameters = Arrays.stream(type.getRecordComponents())
                .<Json>map(component -> JsonObject.builder()
                        .put("name", PipelineText.option(component))
                        .put("type", Types.name(component.getGenericType()))
                        .putIfPresent("default", defaultOf(component).map(Json::of))
                        .put("about", docs.about(type.getSimpleName() + "." + component.getName()))
                        .build())
                .toList();
        return JsonObject.builder()
                .put("kind", entry.kind().name().toLowerCase(Locale.ROOT))
                .put("name", entry.name())
                .put("class", entry.className())
                .put("about", docs.about(type.getSimpleName()))
                .put("parameters", new JsonArray(parameters))
                .putTexts("goals", Goals.of(type).stream().map(Method::getName).toList())
                .build();
    }

    private static Optional<String> defaultOf(RecordComponent component) {
        return Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value);
    }

    private static String simpleName(Catalog.Entry entry) {
        String name = entry.fullName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
