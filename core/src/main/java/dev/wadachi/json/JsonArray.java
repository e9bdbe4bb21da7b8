package dev.wadachi.json;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/// Values in order.
public record JsonArray(List<Json> elements) implements Json, Iterable<Json> {

    public static final JsonArray EMPTY = new JsonArray(List.of());

    public JsonArray {
        elements = List.copyOf(elements);
    }

    public static JsonArray of(Json... elements) {
        return new JsonArray(List.of(elements));
    }

    public static JsonArray ofTexts(Collection<String> texts) {
        return new JsonArray(texts.stream().<Json>map(JsonString::new).toList());
    }

    public int size() {
        return elements.size();
    }

    /// @throws JsonException where there is no such element
    public Json get(int index) {
        if (index < 0 || index >= elements.size()) {
            throw new JsonException("There is no element " + index + " in an array of " + elements.size() + ".");
        }
        return elements.get(index);
    }

    /// @throws JsonException where an element is no string
    public List<String> texts() {
        return elements.stream().map(Json::asText).toList();
    }

    @Override
    public Iterator<Json> iterator() {
        return elements.iterator();
    }

    @Override
    public String toString() {
        return compact();
    }
}
