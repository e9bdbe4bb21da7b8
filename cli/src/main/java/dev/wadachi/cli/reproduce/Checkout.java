package dev.wadachi.cli.reproduce;

import dev.wadachi.cli.project.ProjectProblem;
import dev.wadachi.store.Commit;
import dev.wadachi.store.Store;
import dev.wadachi.task.Blob;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The code of a run, beside the project: closing it takes it away.
///
/// @param repository the repository's root; the same as `root` where the project's own folder is used
/// @param root the checked-out repository
/// @param project the project's folder within it
public record Checkout(Path repository, Path root, Path project) implements AutoCloseable {

    /// Checks a commit out into an empty folder, with what was not committed.
    ///
    /// @param folder does not exist yet
    /// @throws ProjectProblem if Git refuses, because the commit is not here or the changes do not apply
    public static Checkout of(Commit commit, Path project, Store store, Path folder) throws IOException {
        requireHere(commit, project);
        Path repository = Path.of(git(project, "rev-parse", "--show-toplevel").strip());
        String prefix = git(project, "rev-parse", "--show-prefix").strip();
        git(project, "worktree", "add", "--detach", "--force", folder.toString(), commit.hash());
        Checkout checkout =
                new Checkout(repository, folder, folder.resolve(prefix).normalize());
        if (commit.dirtyDiff().isPresent()) {
            Optional<Blob> diff = store.blobs().find(commit.dirtyDiff().get());
            if (diff.isEmpty()) {
                checkout.close();
                throw new ProjectProblem("what was not committed when the run began is gone from the store");
            }
            git(
                    folder,
                    "apply",
                    "--whitespace=nowarn",
                    diff.get().file().toAbsolutePath().toString());
        }
        return checkout;
    }

    @Override
    public void close() throws IOException {
        git(repository, "worktree", "remove", "--force", root.toString());
    }

    private static void requireHere(Commit commit, Path project) throws IOException {
        String run = "the code of the run is Git's commit " + commit.hash();
        if (ask(project, "rev-parse", "--git-dir").code() != 0) {
            throw new ProjectProblem(
                    run + ", but " + project + " is in no Git repository: start this in a clone of it");
        }
        if (ask(project, "cat-file", "-e", commit.hash() + "^{commit}").code() != 0) {
            throw new ProjectProblem(run + ", which the repository of " + project + " does not have (any more):"
                    + " fetch it from a clone that has it, as in `git fetch origin " + commit.hash() + "`");
        }
    }

    /// What Git answered.
    private record Answer(int code, String text) {}

    private static String git(Path folder, String... words) throws IOException {
        Answer answer = ask(folder, words);
        if (answer.code() != 0) {
            throw new ProjectProblem("git " + String.join(" ", words) + " failed: "
                    + answer.text().strip());
        }
        return answer.text();
    }

    private static Answer ask(Path folder, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Path said = Files.createTempFile("wadachi-git", ".txt");
        try {
            Process git = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            int code = git.waitFor();
            return new Answer(code, Files.readString(said, StandardCharsets.UTF_8));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("told to stop while git " + words[0] + " was at work");
        } finally {
            Files.deleteIfExists(said);
        }
    }
}
