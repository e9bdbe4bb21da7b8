package dev.wadachi.model;

/// What a field holds.
public enum Kind {
    /// A `double`; NaN stands for a missing value.
    NUMBER("number"),
    /// A text, such as the name of a category; null stands for a missing value.
    TEXT("text");

    private final String id;

    Kind(String id) {
        this.id = id;
    }

    /// The name in `model.json`.
    String id() {
        return id;
    }

    static Kind of(String id) {
        for (Kind kind : values()) {
            if (kind.id.equals(id)) {
                return kind;
            }
        }
        throw new ModelException("A field is of kind \"" + id + "\", which this version does not know.");
    }
}
