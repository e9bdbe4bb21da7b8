package dev.wadachi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A page of the documentation.
///
/// @param path its path in the repository, with `/`
/// @param text its Markdown
record Page(String path, String text) {

    private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w+)(?: (\\S+))?\n(.*?)^```$");
    private static final Pattern PRELOADED = Pattern.compile("(?m)^<!-- file (\\S+)(?: as (\\S+))? -->$");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#\\s]+)(?:#[^)]*)?\\)");

    /// A fenced block.
    ///
    /// @param language the first word after the fence
    /// @param subject the second, which is a file; empty where there is none
    /// @param body the lines in between, each with its end
    record Block(String language, String subject, String body) {

        private String text() {
            return "```" + language + (subject.isEmpty() ? "" : " " + subject) + "\n" + body + "```";
        }
    }

    /// Where the pages are: the folder that this build was checked out to.
    static Path repository() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("ARCHITECTURE.md")))
                .findFirst()
                .orElseThrow();
    }

    /// Every page that people are meant to read.
    static List<Page> all() {
        Path root = repository();
        try (Stream<Path> top = Files.list(root);
                Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .map(Page::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Page of(String path) {
        try {
            return new Page(path, Files.readString(repository().resolve(path)).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Files that the page's commands need, by their paths there, with the repository's files that they are.
    Map<String, String> preloaded() {
        return PRELOADED
                .matcher(text)
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(found.group(2) == null ? 1 : 2), found -> found.group(1)));
    }

    /// Where the page links to within the repository.
    List<Path> links() {
        Path page = repository().resolve(path);
        return LINK.matcher(text)
                .results()
                .map(found -> page.resolveSibling(found.group(1)).normalize())
                .toList();
    }

    /// The page with each block replaced by what a function makes of it, in order.
    String withBlocks(UnaryOperator<Block> change) {
        return FENCED.matcher(text).replaceAll(found -> {
            String subject = found.group(2) == null ? "" : found.group(2);
            return Matcher.quoteReplacement(change.apply(new Block(found.group(1), subject, found.group(3)))
                    .text());
        });
    }
}
