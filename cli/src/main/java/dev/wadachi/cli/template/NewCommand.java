package dev.wadachi.cli.template;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.Dialog;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.NextCommand;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.project.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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

    @Option(names = "--yes", description = "Ask nothing: take what was not said as it is proposed.")
    private boolean isQuiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli looks whether it was given
    private boolean help;

    @Override
    public ExitCode run(Surroundings around) {
        Dialog dialog = isQuiet ? Dialog.NOBODY : around.dialog();
        List<String> problems = new ArrayList<>();
        Path place = around.folder()
                .resolve(
                        folder == null
                                ? asked(dialog, "name of the project", NAMELESS, Answers::problemsOfName)
                                : folder.toString())
                .toAbsolutePath()
                .normalize();
        NewFolder made = new NewFolder(place);
        String name = String.valueOf(Objects.requireNonNullElse(place.getFileName(), NAMELESS));
        problems.addAll(Answers.problemsOfName(name));
        problems.addAll(made.problems());
        Answers answers = new Answers(
                name,
                said(
                        packageName,
                        "package",
                        Answers.suggestedPackage(name),
                        Answers::problemsOfPackage,
                        dialog,
                        problems),
                Kind.of(said(kind, "kind", Kind.TABULAR.word(), NewCommand::problemsOfKind, dialog, problems))
                        .orElse(Kind.TABULAR));
        if (!problems.isEmpty()) {
            throw new BadInput(String.join("\n", problems));
        }
        List<ProjectFile> files = BuiltIn.files(
                answers, Optional.ofNullable(repository), around.home().toAbsolutePath());
        made.fill(files);
        around.terminal().out().println("""
                wrote %1$s: %2$s, package %3$s, %4$d files
                Go on there:
                  cd %5$s
                  ./wadachi run                    the pipeline %6$s, on the sample
                  ./mvnw verify                    format, linter, tests
                  ./wadachi check --deliverables   what a hand-over still lacks""".formatted(
                        name,
                        answers.kind().word(),
                        answers.packageName(),
                        files.size(),
                        NextCommand.quoted(shown(place, around)),
                        answers.kind().pipeline()));
        return ExitCode.OK;
    }

    /// What an option says, else what is answered, else the proposal.
    private static String said(
            @Nullable String option,
            String what,
            String proposal,
            Function<String, List<String>> check,
            Dialog dialog,
            List<String> problems) {
        if (option == null) {
            return asked(dialog, what, proposal, check);
        }
        problems.addAll(check.apply(option));
        return option;
    }

    /// Asks until the answer can be taken; no answer takes the proposal.
    private static String asked(Dialog dialog, String what, String proposal, Function<String, List<String>> check) {
        while (true) {
            Optional<String> answer = dialog.answer(what + " [" + proposal + "]");
            if (answer.isEmpty() || answer.get().isBlank()) {
                return proposal;
            }
            List<String> problems = check.apply(answer.get().strip());
            if (problems.isEmpty()) {
                return answer.get().strip();
            }
            problems.forEach(dialog::tell);
        }
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
