package dev.wadachi.table;

import dev.wadachi.json.JsonObject;
import java.util.List;
import java.util.Optional;

/// What a table holds, in numbers: its rows, and for each column what its values are like.
///
/// Made of every table that is stored, kept with its trace, and compared with its predecessor's. Equal tables have
/// equal
/// profiles. Immutable.
///
/// @param rows    how many there are
/// @param sampled how many of them were looked at for quantiles and histograms; everything else is of all rows
/// @param columns in the table's order
/// @param time    the column that says when each row happened, if one was declared
/// @param remarks what was said of the table for reports to print
public record TableProfile(
        long rows, long sampled, List<ColumnProfile> columns, Optional<String> time, List<String> remarks) {
    public TableProfile {
        remarks = List.copyOf(remarks);
        columns = List.copyOf(columns);
    }

    /// Returns what the column of that name is like, if there is one.
    public Optional<ColumnProfile> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /// Tells whether the number of different values of a column is exact; else it is within a few percent.
    ///
    /// @param column one of this table's
    public boolean isDistinctExact(ColumnProfile column) {
        return rows <= Profiler.SAMPLE
                || column.distinct() == 0
                || !column.top().isEmpty();
    }

    /// Returns what stands out against an earlier table, a sentence each: rows, columns, types, missing values,
    /// categories and distributions that jumped. `docs/how-to/check-data.md` has the thresholds.
    public List<String> jumpsSince(TableProfile before) {
        return new ProfileComparison(before, this).jumps();
    }

    /// Returns the profile as JSON, as a trace keeps it.
    public JsonObject toJson() {
        return ProfileJson.write(this);
    }

    /// Reads what [#toJson] wrote.
    ///
    /// @throws dev.wadachi.json.JsonException if it is no profile
    public static TableProfile ofJson(JsonObject json) {
        return ProfileJson.read(json);
    }
}
