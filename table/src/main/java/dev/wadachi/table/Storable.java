package dev.wadachi.table;

import java.util.Locale;
import java.util.StringJoiner;

/// The types that Parquet keeps as they are; the others become the nearest of these as soon as a table is made,
/// so that a table looks the same before and after it was stored.
///
/// DuckDB sums whole numbers to HUGEINT, which Parquet would hold as DOUBLE, silently rounded: it becomes BIGINT,
/// and a sum beyond 2^63 is an error.
final class Storable {
    private Storable() {}

    /// The schema of what [#select] gives.
    static Schema schema(Schema schema) {
        return new Schema(schema.columns().stream()
                .map(column -> new Column(column.name(), type(column.type())))
                .toList());
    }

    /// A query for all columns of `source`, each in a type that Parquet keeps.
    static String select(Schema schema, String source) {
        var replaced = new StringJoiner(", ", " REPLACE (", ")");
        replaced.setEmptyValue("");
        for (Column column : schema.columns()) {
            ColumnType type = type(column.type());
            if (!type.equals(column.type())) {
                String name = Names.quoted(column.name());
                replaced.add("CAST(" + name + " AS " + type + ") AS " + name);
            }
        }
        return "SELECT *" + replaced + " FROM " + source;
    }

    /// The type that values of a type are kept in.
    static ColumnType type(ColumnType type) {
        String name = type.sql().toUpperCase(Locale.ROOT);
        if (name.startsWith("ENUM")) {
            return ColumnType.VARCHAR;
        }
        return switch (name) {
            case "HUGEINT", "UHUGEINT" -> ColumnType.BIGINT;
            case "\"NULL\"" -> ColumnType.INTEGER;
            case "TIMESTAMP_S", "TIMESTAMP_MS" -> ColumnType.TIMESTAMP;
            case "BIT" -> ColumnType.VARCHAR;
            default -> type;
        };
    }
}
