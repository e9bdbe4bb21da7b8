package dev.wadachi.cli.template;

import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.Dialog;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.NextCommand;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.cli.project.Suggestion;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `wadachi new`: a project that runs.
@CommandLine.Command(
        description = "Makes a project: a pipeline that runs on a sample, its tests, and all that a hand-over needs.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi new my-project                                asks for the rest, on a terminal",
            "  wadachi new my-project --kind forecast --package com.example.demand",
            "  wadachi new my-project --from git@example.com:team/template.git --answer region=osaka"
        })
public final class NewCommand implements Command {

    private static final String NAMELESS = "my-project";

    @Parameters(arity = "0..1", paramLabel = "<folder>", description = "The folder to make; its name is the project's.")
    private @Nullable Path folder;

    @Option(names = "--package", paramLabel = "<name>", description = "The package of the sources.")
    private @Nullable String packageName;

    @Option(
            names = "--kind",
            paramLabel = "<kind>",
            description = "tabular, forecast, recommender or text; tabular by default.")
    private @Nullable String kind;

    @Option(
            names = "--repository",
            paramLabel = "<url>",
            description = "A Maven repository that has Wadachi; else the project carries Wadachi's jars (2.5 MB).")
    private @Nullable String repository;

    @Option(
            names = "--from",
            paramLabel = "<folder|git>",
            description = "A team's own template: a folder, or a Git repository, with a template.json.")
    private @Nullable String from;

    @Option(
            names = "--answer",
            paramLabel = "<name=value>",
            description = "What a team's template asks; may be given more than once.")
    private Map<String, String> more = new LinkedHashMap<>();

    @Option(names = "--yes", description = "Ask nothing: take what was not said as it is proposed.")
    private boolean isQuiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli looks whether it was given
    private boolean help;

    /// What was written, and what can be done with it.
    private record Made(String summary, String steps) {}

    @Override
    public ExitCode run(Surroundings around) {
        Interview interview = new Interview(isQuiet ? Dialog.NOBODY : around.dialog());
        String named = interview.said(
                folder == null ? null : folder.toString(), "name of the project", NAMELESS, _ -> List.of());
        Path place = around.folder().resolve(named).toAbsolutePath().normalize();
        NewFolder target = new NewFolder(place);
        String name = String.valueOf(Objects.requireNonNullElse(place.getFileName(), NAMELESS));
        interview.problems(Answers.problemsOfName(name));
        interview.problems(target.problems());
        Made made = from == null
                ? ownTemplate(name, target, interview, around)
                : teamTemplate(from, name, target, interview, around);
        around.terminal()
                .out()
                .println("wrote " + name + ": " + made.summary() + "\nGo on there:\n  cd "
                        + NextCommand.quoted(shown(place, around)) + made.steps());
        return ExitCode.OK;
    }

    private Made ownTemplate(String name, NewFolder target, Interview interview, Surroundings around) {
        if (!more.isEmpty()) {
            interview.problem("--answer is for the questions of a team's template: name one (--from)");
        }
        String sources =
                interview.said(packageName, "package", Answers.suggestedPackage(name), Answers::problemsOfPackage);
        String word = interview.said(
                kind,
                "kind (" + String.join(", ", Kind.words()) + ")",
                Kind.TABULAR.word(),
                NewCommand::problemsOfKind);
        interview.refuseProblems();
        Answers answers = new Answers(name, sources, Kind.of(word).orElseThrow());
        List<ProjectFile> files = BuiltIn.files(
                answers, Optional.ofNullable(repository), around.home().toAbsolutePath());
        target.fill(files);
        return new Made(
                answers.kind().word() + ", package " + sources + ", " + Quantity.count(files.size(), "file"),
                """

                  ./wadachi run                    the pipeline %s, on the sample
                  ./mvnw verify                    format, linter, tests
                  ./wadachi check --deliverables   what a hand-over still lacks\
                """.formatted(answers.kind().pipeline()));
    }

    private Made teamTemplate(String source, String name, NewFolder target, Interview interview, Surroundings around) {
        if (kind != null || repository != null) {
            interview.problem(
                    "--kind and --repository are for Wadachi's own template: answer a team's by --answer name=value");
        }
        interview.refuseProblems();
        TeamTemplate template = new TemplatePlace(source, around.folder()).read();
        Map<String, String> given = new TreeMap<>(more);
        if (packageName != null) {
            given.put("package", packageName);
        }
        Map<String, String> answers = template.answers(name, given, interview);
        interview.refuseProblems();
        List<ProjectFile> files = template.filled(answers);
        target.fill(files);
        return new Made("from " + source + ", " + Quantity.count(files.size(), "file"), "");
    }

    private static List<String> problemsOfKind(String word) {
        return Kind.of(word).isPresent()
                ? List.of()
                : List.of("there is no kind " + word + Suggestion.of(word, Kind.words()));
    }

    private static String shown(Path place, Surroundings around) {
        Path current = around.folder().toAbsolutePath().normalize();
        return place.startsWith(current) ? current.relativize(place).toString() : place.toString();
    }
}
