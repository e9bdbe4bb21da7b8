package dev.wadachi.engine;

import dev.wadachi.json.JsonObject;
import dev.wadachi.store.Dependent;
import dev.wadachi.store.Publication;
import dev.wadachi.task.Codec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// What readers of a published name meet otherwise in a new version of it: another type, or other columns.
///
/// @param told each change, as the rest of a sentence
/// @param gone the columns that are no longer there
/// @param isOtherType whether it is read in another way altogether
record ShapeChange(List<String> told, List<String> gone, boolean isOtherType) {

    static ShapeChange between(Publication before, Publication now, Codec<?> codec) {
        if (!before.codec().equals(now.codec()) || !before.type().equals(now.type())) {
            return new ShapeChange(List.of("is a " + now.type() + ", and was a " + before.type()), List.of(), true);
        }
        SequencedMap<String, String> then = columns(before, codec);
        SequencedMap<String, String> today = columns(now, codec);
        List<String> told = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        then.forEach((column, type) -> {
            if (!today.containsKey(column)) {
                gone.add(column);
                told.add("has no column " + column + " any more");
            } else if (!type.equals(today.get(column))) {
                told.add("has " + column + " as " + today.get(column) + ", and had it as " + type);
            }
        });
        today.forEach((column, type) -> {
            if (!then.containsKey(column)) {
                told.add("has a new column " + column + " (" + type + ")");
            }
        });
        return new ShapeChange(told, gone, false);
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
        List<String> missed = gone.stream()
                .filter(column -> reader.needs().isEmpty() || reader.needs().contains(column))
                .toList();
        return missed.stream().collect(Collectors.joining(", "));
    }
}
