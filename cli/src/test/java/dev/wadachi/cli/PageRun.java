package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.cli.command.Cancellation;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.progress.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Does what a page tells a reader to do, in a folder of its own.
///
/// - A block `console` holds commands after `$ ` and what they print; `cd` goes on in another folder.
/// - A block `jshell` is a session of that tool: snippets after its prompt and what it says to them. One that names a
///   file is a session of `wadachi shell` with that file.
/// - A block that names a file of the repository, such as `java examples/Shop.java`, is a part of that file.
/// - A block that names another file, such as `csv sales.csv`, is that file.
/// - A block `diff` that names a file edits it.
final class PageRun {

    private static final String PROMPT = "$ ";

    private final Page page;
    private final Transcript transcript = new Transcript();
    private Path folder;

    private PageRun(Page page, Path folder) {
        this.page = page;
        this.folder = folder;
    }

    /// The page as it ought to be: its text, with what commands really print wherever that is something else.
    static String of(Page page, Path folder) throws IOException {
        PageRun run = new PageRun(page, folder);
        for (Map.Entry<String, String> file : page.preloaded().entrySet()) {
            run.copy(file.getValue(), file.getKey());
        }
        return page.withBlocks(run::carriedOut);
    }

    private Page.Block carriedOut(Page.Block block) {
        try {
            if (block.language().equals("console")) {
                return new Page.Block(block.language(), block.subject(), printed(block.body()));
            }
            if (block.language().equals("jshell")) {
                return new Page.Block(block.language(), block.subject(), session(block));
            }
            if (block.language().equals("diff")) {
                edit(block);
            } else if (!block.subject().isEmpty()
                    && Files.exists(Page.repository().resolve(block.subject()))) {
                copy(block.subject(), block.subject());
                assertThat(dedented(Files.readString(folder.resolve(block.subject()))))
                        .as(page.path() + " shows a part of " + block.subject())
                        .contains(dedented(block.body()));
            } else if (!block.subject().isEmpty()) {
                write(block.subject(), block.body());
            }
            return block;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String printed(String body) {
        StringBuilder text = new StringBuilder();
        List<String> lines = body.lines().toList();
        int at = 0;
        while (at < lines.size()) {
            String command = lines.get(at++);
            assertThat(command).as(page.path() + " shows a command").startsWith(PROMPT);
            int from = at;
            while (at < lines.size() && !lines.get(at).startsWith(PROMPT)) {
                at++;
            }
            text.append(command).append('\n');
            told(command, lines.subList(from, at))
                    .forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    private List<String> told(String command, List<String> lines) {
        List<String> words = transcript.words(command.substring(PROMPT.length()));
        if (words.getFirst().equals("cd")) {
            folder = folder.resolve(words.getLast());
            return List.of();
        }
        assertThat(words.getFirst()).as(command).isIn("wadachi", "./wadachi");
        List<String> printed = run(words.subList(1, words.size())).lines().toList();
        return transcript.matches(lines, printed) ? lines : printed;
    }

    private String session(Page.Block block) throws IOException {
        String body = block.body();
        List<String> snippets = body.lines()
                .filter(line -> line.startsWith(JshellSession.PROMPT))
                .map(line -> line.substring(JshellSession.PROMPT.length()))
                .toList();
        StringBuilder text = new StringBuilder();
        List<List<String>> said = block.subject().isEmpty()
                ? JshellSession.of(snippets)
                : JshellSession.of(snippets, folder.resolve(block.subject()));
        for (int i = 0; i < snippets.size(); i++) {
            text.append(JshellSession.PROMPT).append(snippets.get(i)).append('\n');
            said.get(i).forEach(line -> text.append(line).append('\n'));
        }
        return transcript.matches(body.lines().toList(), text.toString().lines().toList()) ? body : text.toString();
    }

    private String run(List<String> words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        List<String> command = new ArrayList<>(List.of("wadachi"));
        command.addAll(words);
        Cli.run(
                words,
                new Surroundings(
                        command,
                        folder,
                        Map.of(),
                        Page.repository(),
                        Terminal.of(both, both, Terminal.Form.PLAIN),
                        LocalDate.of(2026, 11, 21),
                        new Cancellation()));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// Replaces the lines of the block that are there (` ` and `-`) by those that shall be (` ` and `+`).
    private void edit(Page.Block block) throws IOException {
        Path file = folder.resolve(block.subject());
        String before = side(block, '+');
        String text = Files.readString(file);
        assertThat(text.split(Pattern.quote(before), -1))
                .as(page.path() + " edits " + block.subject() + " in one place:\n" + before)
                .hasSize(2);
        Files.writeString(file, text.replace(before, side(block, '-')));
    }

    private static String side(Page.Block block, char leftOut) {
        StringBuilder side = new StringBuilder();
        block.body()
                .lines()
                .filter(line -> line.isEmpty() || line.charAt(0) != leftOut)
                .forEach(line -> side.append(line, Math.min(1, line.length()), line.length())
                        .append('\n'));
        return side.toString();
    }

    private static String dedented(String text) {
        return text.stripIndent().lines().map(String::strip).reduce("", (all, line) -> all + line + "\n");
    }

    private void copy(String file, String as) throws IOException {
        Path copy = folder.resolve(as);
        if (!Files.exists(copy)) {
            Files.createDirectories(copy.getParent());
            Files.copy(Page.repository().resolve(file), copy);
        }
    }

    private void write(String file, String text) throws IOException {
        Path written = folder.resolve(file);
        Files.createDirectories(written.getParent());
        Files.writeString(written, text);
    }
}
