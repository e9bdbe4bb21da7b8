package dev.wadachi.cli.template;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.project.Suggestion;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A team's own template: a folder of files with `{{name}}` in them, and a `template.json` that says what to ask.
///
/// ```json
/// { "package": "com.example.{{name}}", "region": ["tokyo", "osaka"] }
/// ```
///
/// A text is a question with its proposal, an array one with its choices. `name` is always known, and where there is a
/// `package` also `packagePath`.
///
/// @param questions in the order of the file
/// @param files all but the description, as they are
record TeamTemplate(List<Question> questions, List<ProjectFile> files) {

    static final String DESCRIPTION = "template.json";

    private static final String OTHER_DESCRIPTION = "cookiecutter.json";
    private static final int MOST_FILES = 10_000;
    private static final long MOST_BYTES = 100L << 20;

    /// Keeps unmodifiable copies.
    TeamTemplate {
        questions = List.copyOf(questions);
        files = List.copyOf(files);
    }

    /// @throws BadInput if there is no description, or something in the folder cannot be taken
    static TeamTemplate in(Path folder) {
        Path description = folder.resolve(DESCRIPTION);
        if (!Files.isRegularFile(description)) {
            throw new BadInput("there is no " + DESCRIPTION + " in " + folder
                    + ": it says what to ask, such as {\"package\": \"com.example.{{name}}\"}, or {} for nothing"
                    + (Files.exists(folder.resolve(OTHER_DESCRIPTION))
                            ? "\n" + OTHER_DESCRIPTION + " is another tool's, and its {% … %} and filters are not"
                                    + " understood here: write {{name}} in the place of {{ cookiecutter.name }}"
                            : ""));
        }
        try {
            return new TeamTemplate(questions(description), new Reading(folder).files());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the template in " + folder, e);
        }
    }

    private static List<Question> questions(Path description) throws IOException {
        List<Question> questions = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try {
            for (Map.Entry<String, Json> asked : Json.parse(Files.readString(description))
                    .asObject()
                    .members()
                    .entrySet()) {
                String name = asked.getKey();
                if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
                    problems.add("'" + name + "' cannot be asked: a name is made of letters, digits and _");
                }
                switch (asked.getValue()) {
                    case JsonString(String proposal) -> questions.add(new Question.Free(name, proposal));
                    case JsonArray choices
                    when choices.size() > 0 && choices.elements().stream().allMatch(JsonString.class::isInstance) ->
                        questions.add(new Question.Choice(name, choices.texts()));
                    case Json other ->
                        problems.add("'" + name + "' is neither a text, which is proposed, nor texts to choose from: "
                                + other);
                }
            }
        } catch (JsonException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(description + " cannot be used:\n  " + String.join("\n  ", problems));
        }
        return questions;
    }

    /// Walks through the folder. A link could lead anywhere, so there must be none.
    private static final class Reading extends SimpleFileVisitor<Path> {

        private final Path folder;
        private final List<ProjectFile> files = new ArrayList<>();
        private long bytes;

        Reading(Path folder) {
            this.folder = folder;
        }

        List<ProjectFile> files() throws IOException {
            Files.walkFileTree(folder, this);
            return files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
            return String.valueOf(each.getFileName()).equals(".git")
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (!attributes.isRegularFile()) {
                throw new BadInput("the template's " + name + " is a link or no file: only files can be copied");
            }
            bytes += attributes.size();
            if (bytes > MOST_BYTES || files.size() >= MOST_FILES) {
                throw new BadInput("the template in " + folder + " holds more than " + MOST_FILES + " files or "
                        + (MOST_BYTES >> 20) + " MiB: is it the right folder?");
            }
            if (!name.equals(DESCRIPTION) && !name.equals(".git")) {
                ProjectFile read = ProjectFile.of(name, Files.readAllBytes(file));
                files.add(Files.isExecutable(file) ? read.started() : read);
            }
            return FileVisitResult.CONTINUE;
        }
    }

    /// The answer to every question, by its name.
    ///
    /// @param name the project's name
    /// @param given answers that were given before anything was asked
    Map<String, String> answers(String name, Map<String, String> given, Interview interview) {
        Map<String, String> answers = new LinkedHashMap<>(Map.of("name", name));
        for (Question question : questions) {
            ProjectFile proposal = new Placeholders(answers).fill(ProjectFile.of(DESCRIPTION, question.proposal()));
            answers.putIfAbsent(
                    question.name(),
                    interview.said(given.get(question.name()), question.text(), proposal.text(), question::problemsOf));
        }
        List<String> asked = questions.stream().map(Question::name).toList();
        given.keySet().stream()
                .filter(unknown -> !asked.contains(unknown))
                .forEach(unknown ->
                        interview.problem("the template does not ask for " + unknown + Suggestion.of(unknown, asked)));
        if (answers.containsKey("package")) {
            answers.putIfAbsent(
                    "packagePath", answers.getOrDefault("package", "").replace('.', '/'));
        }
        return answers;
    }

    /// The files with these answers put in.
    ///
    /// @throws BadInput with everything in the files that has no answer
    List<ProjectFile> filled(Map<String, String> answers) {
        Placeholders placeholders = new Placeholders(answers);
        List<ProjectFile> filled = files.stream().map(placeholders::fill).toList();
        if (!placeholders.problems().isEmpty()) {
            throw new BadInput(String.join("\n", placeholders.problems()));
        }
        return filled;
    }
}
