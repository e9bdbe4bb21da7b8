package dev.wadachi.cli.store;

import dev.wadachi.cli.command.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// The commits of a repository that have a tag, as Git says.
final class TaggedCommits {

    private TaggedCommits() {}

    /// The hashes of the commits.
    ///
    /// @throws BadInput if Git cannot say: to take that for "none" would take away what should be kept
    static Set<String> of(Path folder) {
        try {
            // An annotated tag is an object of its own; the starred name is what it points at.
            Process git = new ProcessBuilder(
                            "git",
                            "-C",
                            folder.toString(),
                            "for-each-ref",
                            "--format=%(objectname) %(*objectname)",
                            "refs/tags")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() != 0) {
                throw new BadInput(
                        "--keep-tags needs a Git repository, but git says in " + folder + ": " + said.strip());
            }
            return Arrays.stream(said.split("\\s+"))
                    .filter(hash -> !hash.isEmpty())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new BadInput("--keep-tags needs the command git, which cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInput("stopped while asking git for tags");
        }
    }
}
