package dev.wadachi.cli.template;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.project.AtomicFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Where a team's template is: a folder, or a Git repository of which the newest commit is taken.
///
/// @param text as the user wrote it
/// @param current the current folder
record TemplatePlace(String text, Path current) {

    /// Addresses that Git only fetches from. It knows others that start a program (`ext::sh …`), or are options.
    private static final Pattern REPOSITORY =
            Pattern.compile("(?:https|ssh|git|file)://[^\\s-]\\S*|[\\w.]+@[\\w.]+:[^\\s-]\\S*");

    TeamTemplate read() {
        Path folder = current.resolve(text).toAbsolutePath().normalize();
        if (REPOSITORY.matcher(text).matches()) {
            return cloned();
        }
        if (!Files.isDirectory(folder)) {
            throw new BadInput("there is no template " + text
                    + ": name a folder, or a Git repository (https://…, ssh://…, git@host:path)");
        }
        return TeamTemplate.in(folder);
    }

    private TeamTemplate cloned() {
        try {
            Path scratch = Files.createTempDirectory("wadachi-template");
            try {
                Path clone = scratch.resolve("template");
                run(List.of(
                        "git",
                        "clone",
                        "--quiet",
                        "--depth",
                        "1",
                        "--no-recurse-submodules",
                        "--",
                        text,
                        clone.toString()));
                return TeamTemplate.in(clone);
            } finally {
                AtomicFiles.delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot fetch the template " + text, e);
        }
    }

    private void run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        Process git = builder.start();
        git.getOutputStream().close();
        try (InputStream output = git.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
            if (git.waitFor() != 0) {
                throw new BadInput("Git cannot fetch the template " + text + ":\n" + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
