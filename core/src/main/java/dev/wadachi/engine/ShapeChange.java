package dev.wadachi.engine;

import dev.wadachi.json.JsonObject;
import dev.wadachi.store.Dependent;
import dev.wadachi.store.Publication;
import dev.wadachi.task.Codec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// What readers of a published name meet otherwise in a new version of it: another type, or other columns.
///
/// @param told each change, as the rest of a sentence
/// @param lost the columns that are no longer there or no longer of their type, each with how to say what is missed
/// @param isOtherType whether it is read in another way altogether
record ShapeChange(List<String> told, SequencedMap<String, String> lost, boolean isOtherType) {

    static ShapeChange between(Publication before, Publication now, Codec<?> codec) {
        if (!before.codec().equals(now.codec()) || !before.type().equals(now.type())) {
            return new ShapeChange(
                    List.of("is a " + now.type() + ", and was a " + before.type()), new LinkedHashMap<>(), true);
        }
        SequencedMap<String, String> then = columns(before, codec);
        SequencedMap<String, String> today = columns(now, codec);
        List<String> told = new ArrayList<>();
        SequencedMap<String, String> lost = new LinkedHashMap<>();
        then.forEach((column, type) -> {
            if (!today.containsKey(column)) {
                lost.put(column, column);
                told.add("has no column " + column + " any more");
            } else if (!type.equals(today.get(column))) {
                lost.put(column, column + " as " + type);
                told.add("has " + column + " as " + today.get(column) + ", and had it as " + type);
            }
        });
        today.forEach((column, type) -> {
            if (!then.containsKey(column)) {
                told.add("has a new column " + column + " (" + type + ")");
            }
        });
        return new ShapeChange(told, lost, false);
    }

    private static SequencedMap<String, String> columns(Publication version, Codec<?> codec) {
        return version.valueProfile()
                .filter(JsonObject.class::isInstance)
                .map(profile -> codec.columns((JsonObject) profile))
                .orElseGet(LinkedHashMap::new);
    }

    /// What it takes from a reader; empty if it needs nothing of that. Whoever does not say what it needs may need all.
    String takenFrom(Dependent reader) {
        if (isOtherType) {
            return "its type";
        }
        return lost.entrySet().stream()
                .filter(each -> reader.needs().isEmpty() || reader.needs().contains(each.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
    }
}
