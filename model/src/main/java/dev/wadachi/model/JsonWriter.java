package dev.wadachi.model;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes maps, lists, texts, numbers and booleans as JSON for a person: a member a line. Equal values give equal text.
final class JsonWriter {

    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    static String write(Map<String, ?> document) {
        JsonWriter writer = new JsonWriter();
        writer.value(document, 0);
        return writer.out.append('\n').toString();
    }

    private void value(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> members) {
            members(members, depth);
        } else if (value instanceof List<?> values) {
            values(values, depth);
        } else if (value instanceof String text) {
            string(text);
        } else {
            out.append(value);
        }
    }

    private void members(Map<?, ?> members, int depth) {
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = members.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> member = entries.next();
            newLine(depth + 1);
            string(String.valueOf(member.getKey()));
            out.append(": ");
            value(member.getValue(), depth + 1);
            out.append(entries.hasNext() ? "," : "");
        }
        if (!members.isEmpty()) {
            newLine(depth);
        }
        out.append('}');
    }

    private void values(List<?> values, int depth) {
        boolean nested = values.stream().anyMatch(value -> value instanceof Map || value instanceof List);
        out.append('[');
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "" : nested ? "," : ", ");
            if (nested) {
                newLine(depth + 1);
            }
            value(values.get(i), depth + 1);
        }
        if (nested) {
            newLine(depth);
        }
        out.append(']');
    }

    private void newLine(int depth) {
        out.append('\n').append("  ".repeat(depth));
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '"' || next == '\\') {
                out.append('\\').append(next);
            } else if (next < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) next));
            } else {
                out.append(next);
            }
        }
        out.append('"');
    }
}
