package dev.wadachi.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column of texts by dictionary: a number for each row, and the text that each number stands for.
///
/// For columns of names, of which a few occur many times: a number takes less time and memory than a text, and numbers
/// are what a learner takes for categories. Immutable; [#numbers] gives the array itself.
public final class Codes {
    /// The number of a missing value.
    public static final int MISSING = -1;

    private final int[] numbers;
    private final List<String> values;

    Codes(int[] numbers, List<String> values) {
        this.numbers = numbers;
        this.values = List.copyOf(values);
    }

    /// Returns a number for each row: a place among the [#values], or [#MISSING]. Handed over, not copied: it is not to
    /// be changed.
    public int[] numbers() {
        return numbers;
    }

    /// Returns the different texts, in the order of their code points.
    public List<String> values() {
        return values;
    }

    /// Returns the text of a row; null if it is missing.
    public @Nullable String value(int row) {
        return numbers[row] == MISSING ? null : values.get(numbers[row]);
    }

    /// Returns the texts of all rows; a missing one is null.
    @Nullable
    String[] texts() {
        String[] texts = new String[numbers.length];
        String[] dictionary = values.toArray(String[]::new);
        for (int row = 0; row < texts.length; row++) {
            texts[row] = numbers[row] == MISSING ? null : dictionary[numbers[row]];
        }
        return texts;
    }
}
