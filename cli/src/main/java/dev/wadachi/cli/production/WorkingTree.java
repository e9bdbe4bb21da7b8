package dev.wadachi.cli.production;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a project's files stand to what is committed.
///
/// @param changed files that are changed, or new and not ignored, relative to the repository; null where there is no
///     repository, or Git cannot be asked
record WorkingTree(@Nullable List<String> changed) {

    /// The tree of a project's folder.
    static WorkingTree of(Path project) {
        try {
            Process git = new ProcessBuilder(
                            "git", "status", "--porcelain", "--untracked-files=all", "--no-renames", "-z", "--", ".")
                    .directory(project.toAbsolutePath().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream answer = git.getInputStream()) {
                String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
                return new WorkingTree(git.waitFor() == 0 ? files(text) : null);
            }
        } catch (IOException notInstalled) {
            return new WorkingTree(null);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new WorkingTree(null);
        }
    }

    /// Each entry is two letters, a blank and a name.
    private static List<String> files(String answer) {
        return Stream.of(answer.split("\0"))
                .filter(entry -> entry.length() > 3)
                .map(entry -> entry.substring(3))
                .toList();
    }

    /// Why nobody could tell which code runs; empty if all is committed.
    Optional<Objection> objection() {
        if (changed == null) {
            return Optional.of(new Objection(
                    "the project is in no Git repository that could say which code this is",
                    "run it from a clone",
                    Production.UNCOMMITTED));
        }
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        String more = changed.size() > 1 ? " and " + (changed.size() - 1) + " more" : "";
        return Optional.of(new Objection(
                "not committed: " + changed.getFirst() + more, "commit what is meant", Production.UNCOMMITTED));
    }
}
