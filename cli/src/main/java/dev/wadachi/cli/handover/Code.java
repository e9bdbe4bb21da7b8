package dev.wadachi.cli.handover;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks at the code: its tests, and whether all of it is committed.
final class Code {

    private static final String TESTS = "src/test/java";
    private static final int SHOWN = 3;

    private Code() {}

    static List<Lack> lacks(Path root) {
        List<Lack> lacks = new ArrayList<>(tests(root));
        lacks.addAll(commits(root));
        return lacks;
    }

    private static List<Lack> tests(Path root) {
        List<String> tests = texts(root.resolve(TESTS)).stream()
                .filter(text ->
                        text.contains("@Test") || text.contains("@ParameterizedTest") || text.contains("@Property"))
                .toList();
        if (tests.isEmpty()) {
            return List.of(
                    new Lack(TESTS, "there are no tests", "test the preprocessing, and the pipeline on a sample"));
        }
        List<Lack> lacks = new ArrayList<>();
        if (tests.stream().noneMatch(text -> text.contains("Direct"))) {
            lacks.add(new Lack(TESTS, "no test runs a task by itself", "test the preprocessing with Direct"));
        }
        if (tests.stream().noneMatch(text -> text.contains("Wadachi") || text.contains("TemporaryProject"))) {
            lacks.add(
                    new Lack(TESTS, "no test runs a pipeline as a whole", "run it on a sample, in a TemporaryProject"));
        }
        return lacks;
    }

    private static List<String> texts(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Code::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static List<Lack> commits(Path root) {
        boolean isIn = Stream.iterate(root, Objects::nonNull, Path::getParent)
                .anyMatch(folder -> Files.exists(folder.resolve(".git")));
        if (!isIn) {
            return List.of(new Lack(".git", "the project is in no repository", "git init && git add . && git commit"));
        }
        Optional<String> status = git(root, "status", "--porcelain", "--untracked-files=all", "--", ".");
        if (status.isEmpty()) {
            return List.of(new Lack(".git", "Git cannot say what is committed", "run git status here"));
        }
        List<String> open = status.get().lines().toList();
        if (!open.isEmpty()) {
            String names = String.join(
                    ", ",
                    open.stream()
                            .limit(SHOWN)
                            .map(line -> line.substring(Math.min(3, line.length())))
                            .toList());
            return List.of(new Lack(
                    ".git",
                    open.size() + (open.size() == 1 ? " file is" : " files are") + " not committed: " + names
                            + (open.size() > SHOWN ? ", …" : ""),
                    "git add and git commit them, or name them in .gitignore"));
        }
        return List.of();
    }

    private static Optional<String> git(Path root, String... question) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(question));
        try {
            Process git = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream answer = git.getInputStream()) {
                String said = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
                return git.waitFor() == 0 ? Optional.of(said) : Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
