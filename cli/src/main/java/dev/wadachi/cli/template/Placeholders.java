package dev.wadachi.cli.template;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts values in the place of `{{name}}`, in a file's text and in its path. Files that are no text stay as they are,
/// and so does `{{ name }}` with blanks: that is other tools' writing.
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([A-Za-z][A-Za-z0-9_]*)}}");

    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();

    Placeholders(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    /// What stood in the files and has no value, with file and line.
    List<String> problems() {
        return List.copyOf(problems);
    }

    ProjectFile fill(ProjectFile file) {
        String path = fill(file.path(), file.path());
        return text(file.content())
                .map(text -> file.with(path, fill(text, file.path())))
                .orElseGet(() -> file.at(path));
    }

    private String fill(String text, String where) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                long line = 1
                        + text.substring(0, found.start())
                                .chars()
                                .filter(each -> each == '\n')
                                .count();
                problems.add(where + ":" + line + ": nothing is known of " + found.group() + "; known are "
                        + String.join(", ", values.keySet()));
                return "";
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /// Whatever is UTF-8 and has no zero byte is text.
    private static Optional<String> text(byte[] content) {
        for (byte each : content) {
            if (each == 0) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
