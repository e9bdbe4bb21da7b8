package dev.wadachi.cli.view;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// A place at which two JSON values differ.
///
/// @param path such as `weeks[3].mae`; empty for the whole
/// @param before what was there, or empty
/// @param after what is there now, or empty
public record JsonDifference(String path, Optional<Json> before, Optional<Json> after) {

    static List<JsonDifference> between(Json before, Json after) {
        List<JsonDifference> found = new ArrayList<>();
        collect("", Optional.of(before), Optional.of(after), found);
        return found;
    }

    private static void collect(String path, Optional<Json> before, Optional<Json> after, List<JsonDifference> found) {
        if (before.equals(after)) {
            return;
        }
        if (before.orElse(null) instanceof JsonObject one && after.orElse(null) instanceof JsonObject other) {
            SequencedSet<String> names = new LinkedHashSet<>(one.members().keySet());
            names.addAll(other.members().keySet());
            names.forEach(name ->
                    collect(path.isEmpty() ? name : path + "." + name, one.find(name), other.find(name), found));
        } else if (before.orElse(null) instanceof JsonArray one && after.orElse(null) instanceof JsonArray other) {
            for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                collect(path + "[" + i + "]", element(one, i), element(other, i), found);
            }
        } else {
            found.add(new JsonDifference(path, before, after));
        }
    }

    private static Optional<Json> element(JsonArray array, int index) {
        return index < array.size() ? Optional.of(array.get(index)) : Optional.empty();
    }
}
