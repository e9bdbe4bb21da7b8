package dev.wadachi.model;

/// What becomes of a category that was not there in training.
public enum Unseen {
    /// It counts as a missing value: all zeros in a one-hot encoding, NaN in an ordinal one.
    MISSING("missing"),
    /// The prediction is refused, and the message names the value.
    REFUSE("refuse");

    private final String id;

    Unseen(String id) {
        this.id = id;
    }

    /// The name in `model.json`.
    String id() {
        return id;
    }

    static Unseen of(String id) {
        for (Unseen rule : values()) {
            if (rule.id.equals(id)) {
                return rule;
            }
        }
        throw new ModelException("Unseen categories are treated as \"" + id + "\", which this version does not know.");
    }
}
