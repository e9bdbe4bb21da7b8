package dev.wadachi.cli.handover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page of Markdown.
///
/// @param sections what stands below each heading, by the heading's text in small letters; the lines of deeper headings
///     count to the one above as well
record Page(Map<String, String> sections) {

    /// What nobody has answered yet.
    private static final Pattern OPEN = Pattern.compile("(?m)^\\W*(?:TODO|TBD|FIXME)\\b.*$");

    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern FENCE = Pattern.compile("^(?:```|~~~).*");

    /// The page in a file, if there is one.
    static Optional<Page> in(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static Page of(String text) {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        String[] open = new String[7];
        boolean isCode = false;
        for (String line : COMMENT.matcher(text).replaceAll("").lines().toList()) {
            isCode ^= FENCE.matcher(line).matches();
            Matcher heading = HEADING.matcher(line);
            if (!isCode && heading.matches()) {
                int level = heading.group(1).length();
                open[level] = heading.group(2).toLowerCase(Locale.ROOT);
                Arrays.fill(open, level + 1, open.length, null);
                sections.putIfAbsent(open[level], new StringBuilder());
            } else {
                for (String name : open) {
                    if (name != null) {
                        sections.computeIfAbsent(name, _ -> new StringBuilder())
                                .append(line)
                                .append('\n');
                    }
                }
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        sections.forEach((name, lines) -> texts.put(name, lines.toString().strip()));
        return new Page(texts);
    }

    /// What stands below the first heading that a pattern is found in.
    Optional<String> section(Pattern heading) {
        return sections.entrySet().stream()
                .filter(section -> heading.matcher(section.getKey()).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// The first line of a text that says that something is still to be done.
    static Optional<String> open(String text) {
        Matcher open = OPEN.matcher(text);
        return open.find() ? Optional.of(open.group().strip()) : Optional.empty();
    }
}
