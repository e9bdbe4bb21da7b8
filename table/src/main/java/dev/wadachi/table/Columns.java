package dev.wadachi.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Columns from which a table is made, one after the other; each step gives a new value.
///
/// ```java
/// Table forecast = Columns.none().strings("store", stores).dates("week", weeks).doubles("sales", sales).table();
/// ```
///
/// Arrays are copied, all must be of one length, and elements of object arrays may be null: a missing value.
/// Immutable.
public final class Columns {
    private final List<MemoryColumn> columns;

    private Columns(List<MemoryColumn> columns) {
        this.columns = columns;
    }

    /// Starts without a column.
    public static Columns none() {
        return new Columns(List.of());
    }

    /// Adds a column of type INTEGER.
    public Columns ints(String name, int[] values) {
        return with(MemoryColumn.ofInts(name, values.clone()));
    }

    /// Adds a column of type BIGINT.
    public Columns longs(String name, long[] values) {
        return with(MemoryColumn.ofLongs(name, values.clone()));
    }

    /// Adds a column of type FLOAT.
    public Columns floats(String name, float[] values) {
        return with(MemoryColumn.ofFloats(name, values.clone()));
    }

    /// Adds a column of type DOUBLE. NaN stays NaN; it is no missing value.
    public Columns doubles(String name, double[] values) {
        return with(MemoryColumn.ofDoubles(name, values.clone()));
    }

    /// Adds a column of type BOOLEAN.
    public Columns booleans(String name, boolean[] values) {
        return with(MemoryColumn.ofBooleans(name, values.clone()));
    }

    /// Adds a column of type VARCHAR.
    public Columns strings(String name, @Nullable String[] values) {
        return with(MemoryColumn.ofTexts(name, copied(values)));
    }

    /// Adds a column of type DATE.
    public Columns dates(String name, @Nullable LocalDate[] values) {
        return with(MemoryColumn.ofDates(name, copied(values)));
    }

    /// Makes the table.
    ///
    /// @throws TableException if there is no column, lengths differ, or two columns have one name
    public Table table() {
        return new Table(MemoryRelation.of(columns));
    }

    private Columns with(MemoryColumn column) {
        List<MemoryColumn> more = new ArrayList<>(columns);
        more.add(column);
        return new Columns(List.copyOf(more));
    }

    /// A copy that may hold nulls, which List.copyOf may not.
    private static List<@Nullable Object> copied(@Nullable Object[] values) {
        return Collections.unmodifiableList(new ArrayList<>(Arrays.asList(values)));
    }
}
