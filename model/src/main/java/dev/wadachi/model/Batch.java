package dev.wadachi.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows to predict, as named columns of equal length.
///
/// The arrays are not copied: whoever made them leaves them alone while a model reads them.
public final class Batch {

    private final int rows;
    private final Map<String, Object> columns;

    private Batch(int rows, Map<String, Object> columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /// A batch of so many rows, without columns yet.
    public static Builder ofRows(int rows) {
        return new Builder(rows);
    }

    /// A batch of one row: numbers of any kind become doubles, a value of null is missing.
    ///
    /// @throws ModelException if a value is neither a number nor a text
    public static Batch ofRow(Map<String, ? extends @Nullable Object> row) {
        Builder builder = ofRows(1);
        List<String> problems = new ArrayList<>();
        row.forEach((name, value) -> {
            if (value instanceof Number number) {
                builder.numbers(name, number.doubleValue());
            } else if (value instanceof CharSequence text) {
                builder.texts(name, text.toString());
            } else if (value == null) {
                builder.columns.put(name, Missing.VALUE);
            } else {
                problems.add(name + " is a " + value.getClass().getSimpleName());
            }
        });
        if (!problems.isEmpty()) {
            throw new ModelException("A row holds numbers and texts, but " + String.join(", ", problems) + ".");
        }
        return builder.build();
    }

    /// How many rows there are.
    public int rows() {
        return rows;
    }

    /// The names of the columns, in the order in which they were given.
    public Collection<String> names() {
        return columns.keySet();
    }

    /// What is wrong with the column for this input, or null if all is well.
    @Nullable
    String problem(Field input) {
        Object column = columns.get(input.name());
        if (column == null) {
            return input.name() + " (" + input.kind().id() + ") is not there";
        }
        boolean fits = column == Missing.VALUE
                || (input.kind() == Kind.NUMBER ? column instanceof double[] : column instanceof String[]);
        return fits ? null : input.name() + " must be a " + input.kind().id();
    }

    double[] numbers(String name) {
        Object column = columns.get(name);
        return column instanceof double[] numbers ? numbers : new double[] {Double.NaN};
    }

    @Nullable
    String[] texts(String name) {
        Object column = columns.get(name);
        return column instanceof String[] texts ? texts : new @Nullable String[] {null};
    }

    /// The column of a row whose value is null: it fits both kinds.
    private enum Missing {
        VALUE
    }

    /// Collects columns.
    public static final class Builder {

        private final int rows;
        private final Map<String, Object> columns = new LinkedHashMap<>();

        private Builder(int rows) {
            if (rows < 0) {
                throw new IllegalArgumentException("rows must not be negative, but was " + rows);
            }
            this.rows = rows;
        }

        /// Adds a column of numbers; NaN stands for a missing value.
        public Builder numbers(String name, double... values) {
            return put(name, values, values.length);
        }

        /// Adds a column of texts; null stands for a missing value.
        public Builder texts(String name, @Nullable String... values) {
            return put(name, values, values.length);
        }

        private Builder put(String name, Object values, int length) {
            if (length != rows) {
                throw new IllegalArgumentException(
                        "column " + name + " has " + length + " values for " + rows + " rows");
            }
            if (columns.put(name, values) != null) {
                throw new IllegalArgumentException("column " + name + " is given twice");
            }
            return this;
        }

        /// The batch.
        public Batch build() {
            return new Batch(rows, new LinkedHashMap<>(columns));
        }
    }
}
