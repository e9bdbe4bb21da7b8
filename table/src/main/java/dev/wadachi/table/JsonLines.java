package dev.wadachi.table;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The lines of a file, one by one, to find those that nobody could read.
///
/// @param file also one that is compressed
record JsonLines(Path file) {
    private static final int SHOWN = 10;

    /// What DuckDB reads.
    private static final int DEEPEST = 127;
    private static final String NOT_UTF_8 = "the text is not UTF-8";
    private static final Pattern HALF_A_CHARACTER = Pattern.compile(
            "\\\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\\\u[dD][c-fC-F])|(?<!\\\\u[dD][89abAB][0-9a-fA-F]{2})\\\\u[dD][c-fC-F]");

    /// What is done with a line.
    private interface Visitor {
        void visit(long number, byte[] line);
    }

    /// Each line that is no JSON object, with its number and what is wrong; the first ten, and how many more there are.
    List<String> problems() throws IOException {
        List<String> problems = new ArrayList<>();
        long[] more = new long[1];
        visit((number, line) -> {
            String problem = problem(line);
            if (!problem.isEmpty() && problems.size() < SHOWN) {
                problems.add("line " + Preview.grouped(number) + ": " + problem);
            } else if (!problem.isEmpty()) {
                more[0]++;
            }
        });
        if (more[0] > 0) {
            problems.add("and " + Preview.grouped(more[0]) + " more");
        }
        if (!problems.isEmpty()) {
            problems.add(advice(problems.getFirst()));
        }
        return problems;
    }

    private String advice(String problem) throws IOException {
        if (first().equals("[")) {
            return "an object stands on each line, without brackets and commas around them: jq -c '.[]' makes such"
                    + " lines of an array";
        }
        return problem.contains("the end of the text")
                ? "an object stands on one line, however long: jq -c . makes such lines of objects over several"
                : "mend the lines, or leave them out";
    }

    /// The first character that is no blank.
    private String first() throws IOException {
        try (InputStream bytes = JsonText.open(file)) {
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                if (!Character.isWhitespace(next)) {
                    return String.valueOf((char) next);
                }
            }
            return "";
        }
    }

    /// Whether an object on the lines, of which all can be read, has a member.
    boolean haveMembers() throws IOException {
        boolean[] found = new boolean[1];
        visit((_, line) -> {
            String text = new String(line, StandardCharsets.UTF_8);
            found[0] |=
                    !text.isBlank() && !Json.parse(text).asObject().members().isEmpty();
        });
        return found[0];
    }

    /// The number of the first line with this text; 0 if there is none.
    long with(String text) throws IOException {
        long[] found = new long[1];
        visit((number, line) -> {
            if (found[0] == 0 && new String(line, StandardCharsets.UTF_8).contains(text)) {
                found[0] = number;
            }
        });
        return found[0];
    }

    private void visit(Visitor visitor) throws IOException {
        try (InputStream bytes = JsonText.open(file)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 1;
            for (int next = bytes.read(); next >= 0; next = bytes.read()) {
                if (next == '\n') {
                    visitor.visit(number++, line.toByteArray());
                    line.reset();
                } else {
                    line.write(next);
                }
            }
            visitor.visit(number, line.toByteArray());
        }
    }

    private static boolean isDeeperThan(int levels, Json json) {
        return switch (json) {
            case JsonObject object ->
                levels == 0 || object.members().values().stream().anyMatch(member -> isDeeperThan(levels - 1, member));
            case JsonArray array ->
                levels == 0 || array.elements().stream().anyMatch(element -> isDeeperThan(levels - 1, element));
            default -> false;
        };
    }

    private static String problem(byte[] line) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            return text.isBlank() ? "" : problem(text.strip());
        } catch (CharacterCodingException e) {
            return NOT_UTF_8;
        }
    }

    private static String problem(String line) {
        try {
            if (!(Json.parse(line) instanceof JsonObject object)) {
                return "there is no object";
            }
            if (object.members().containsKey("")) {
                return "there is a member without a name";
            }
            if (isDeeperThan(DEEPEST, object)) {
                return "more than " + DEEPEST + " objects and arrays lie within one another";
            }
            return HALF_A_CHARACTER.matcher(line).find() ? "there is half of a character, such as \\ud83d alone" : "";
        } catch (JsonException e) {
            return String.valueOf(e.getMessage()).replaceFirst("line 1, ", "");
        }
    }
}
