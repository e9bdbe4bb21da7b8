package dev.wadachi.cli.doctor;

import dev.wadachi.cli.project.BuildTool;
import dev.wadachi.cli.project.Layout;
import dev.wadachi.cli.project.Project;
import dev.wadachi.cli.project.ProjectProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Looks at the tools that a project needs besides Java: Git for the story of its runs, Maven for its libraries.
final class ProjectCheck {

    private ProjectCheck() {}

    static List<Finding> of(Project project) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.fine("project", project.name().orElse("none") + " in " + project.root()));
        findings.add(git(project.root()));
        if (project.layout() instanceof Layout.Maven) {
            findings.add(maven(project.root()));
        }
        return findings;
    }

    private static Finding git(Path root) {
        String version;
        try {
            Process git = new ProcessBuilder("git", "--version")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream said = git.getInputStream()) {
                version = new String(said.readAllBytes(), StandardCharsets.UTF_8).strip();
            }
        } catch (IOException e) {
            return Finding.doubtful(
                    "git", "there is none on the path", "install Git: without it, runs are recorded without a commit");
        }
        boolean isIn = Stream.iterate(root, Objects::nonNull, Path::getParent)
                .anyMatch(folder -> Files.exists(folder.resolve(".git")));
        return isIn
                ? Finding.fine("git", version)
                : Finding.doubtful(
                        "git",
                        version + ", but the project is in no repository",
                        "git init && git add . && git commit: without it, runs are recorded without a commit");
    }

    private static Finding maven(Path root) {
        try {
            return Finding.fine("maven", BuildTool.of(root).command().getFirst());
        } catch (ProjectProblem e) {
            return Finding.wrong("maven", String.valueOf(e.getMessage()), "install Maven, or add its wrapper");
        }
    }
}
