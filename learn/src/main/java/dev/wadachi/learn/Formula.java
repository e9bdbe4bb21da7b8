package dev.wadachi.learn;

import dev.wadachi.model.Scale;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which column is learned, from which others, and in which unit.
///
/// ```java
/// Formula.of("sales").from("lag_2", "lag_3", "store").relativeTo("level")
/// ```
///
/// @param target a column of numbers
/// @param inputs columns of numbers, or of texts, which are taken as categories; none twice, and not the target
/// @param scale relative to a column: the ratio of target to that column is learned, and each row counts as much as
///     that column says, so that an error counts in units of the target
public record Formula(String target, List<String> inputs, Scale scale) {

    /// Copies the inputs and checks them.
    public Formula {
        inputs = List.copyOf(inputs);
        if (inputs.contains(target)) {
            throw new IllegalArgumentException("the target " + target + " must not be an input as well");
        }
        if (scale.equals(new Scale.RelativeTo(target))) {
            throw new IllegalArgumentException("the target " + target + " cannot be its own unit");
        }
        Set<String> once = new LinkedHashSet<>(inputs);
        if (once.size() < inputs.size()) {
            throw new IllegalArgumentException("an input is named twice in " + inputs);
        }
    }

    /// A formula for this column, without inputs yet.
    public static Formula of(String target) {
        return new Formula(target, List.of(), new Scale.Absolute());
    }

    /// This formula with these columns as further inputs.
    public Formula from(String... columns) {
        return from(List.of(columns));
    }

    /// This formula with these columns as further inputs.
    public Formula from(List<String> columns) {
        List<String> all = new ArrayList<>(inputs);
        all.addAll(columns);
        return new Formula(target, all, scale);
    }

    /// This formula with the target in units of this column.
    public Formula relativeTo(String column) {
        return new Formula(target, inputs, new Scale.RelativeTo(column));
    }
}
