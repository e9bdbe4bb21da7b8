package dev.wadachi.engine;

import dev.wadachi.digest.Digest;
import dev.wadachi.store.Commit;
import dev.wadachi.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Asks Git, where it is installed and the project is in a repository, for commit, branch and what is not committed.
///
/// For the record only: whatever goes wrong here, a run must not fail for it.
final class Git {

    private static final int LARGEST_DIFF = 16 << 20;
    private static final long PATIENCE_SECONDS = 5;

    private final Path project;

    Git(Path project) {
        this.project = project;
    }

    /// The repository's state; the diff is stored as a blob.
    Optional<Commit> commit(Store store) {
        return commit(diff -> store.blobs().put(diff).digest());
    }

    /// The repository's state; nothing is stored.
    Optional<Commit> commit() {
        return commit(Digest::of);
    }

    private Optional<Commit> commit(Function<byte[], Digest> digest) {
        if (!isInRepository()) {
            return Optional.empty();
        }
        Optional<String> hash = ask("rev-parse", "HEAD").map(Git::text);
        if (hash.isEmpty()) {
            return Optional.empty();
        }
        String branch =
                ask("symbolic-ref", "--short", "-q", "HEAD").map(Git::text).orElse("");
        byte[] diff = ask("diff", "--no-ext-diff", "--no-color", "HEAD").orElse(new byte[0]);
        return Optional.of(new Commit(hash.get(), branch, diff.length == 0 ? null : digest.apply(diff)));
    }

    private boolean isInRepository() {
        for (Path folder = project.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return true;
            }
        }
        return false;
    }

    private Optional<byte[]> ask(String... question) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(question));
        try {
            Process git = new ProcessBuilder(command)
                    .directory(project.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream answer = git.getInputStream()) {
                byte[] bytes = answer.readNBytes(LARGEST_DIFF);
                boolean ended = git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return ended && git.exitValue() == 0 ? Optional.of(bytes) : Optional.empty();
            } finally {
                git.destroyForcibly();
            }
        } catch (IOException notInstalled) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String text(byte[] answer) {
        return new String(answer, StandardCharsets.UTF_8).strip();
    }
}
