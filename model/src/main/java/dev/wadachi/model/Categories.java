package dev.wadachi.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The categories of one column, by place.
final class Categories {

    private final String column;
    private final Unseen unseen;
    private final Map<String, Integer> places;

    Categories(String column, List<String> categories, Unseen unseen) {
        this.column = column;
        this.unseen = unseen;
        this.places = new HashMap<>();
        for (int i = 0; i < categories.size(); i++) {
            places.put(categories.get(i), i);
        }
    }

    /// The place of a category, or −1 where it is missing or counts as missing.
    int place(@Nullable String category) {
        Integer place = category == null ? null : places.get(category);
        if (place != null) {
            return place;
        }
        if (category != null && unseen == Unseen.REFUSE) {
            throw new ModelException("The model was trained without \"" + category + "\" in column " + column
                    + ". Train it again with rows of that category, or let unseen ones count as missing.");
        }
        return -1;
    }

    static List<String> checked(String column, List<String> categories) {
        List<String> copy = List.copyOf(categories);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("column " + column + " needs at least one category, but there is none");
        }
        if (copy.stream().distinct().count() != copy.size()) {
            throw new IllegalArgumentException("column " + column + " names a category twice: " + copy);
        }
        return copy;
    }
}
