package dev.wadachi.table;

import java.util.Locale;

/// The type of a column, in DuckDB's words: `BIGINT`, `DECIMAL(10,2)`, `VARCHAR[]`.
///
/// @param sql the type as SQL writes it
public record ColumnType(String sql) {
    public static final ColumnType BOOLEAN = new ColumnType("BOOLEAN");
    public static final ColumnType INTEGER = new ColumnType("INTEGER");
    public static final ColumnType BIGINT = new ColumnType("BIGINT");
    public static final ColumnType FLOAT = new ColumnType("FLOAT");
    public static final ColumnType DOUBLE = new ColumnType("DOUBLE");
    public static final ColumnType VARCHAR = new ColumnType("VARCHAR");
    public static final ColumnType DATE = new ColumnType("DATE");
    public static final ColumnType TIMESTAMP = new ColumnType("TIMESTAMP");
    public static final ColumnType TIMESTAMP_WITH_TIME_ZONE = new ColumnType("TIMESTAMP WITH TIME ZONE");

    /// What can be done with the values of a type.
    public enum Kind {
        LOGICAL,
        /// Whole numbers of any width.
        WHOLE,
        DECIMAL,
        FLOATING,
        TEXT,
        DATE,
        /// A date with a time, with or without zone.
        TIMESTAMP,
        /// Lists, structs and maps.
        NESTED,
        OTHER;

        /// Tells whether values of this kind have a `double` next to them.
        public boolean isNumeric() {
            return this == WHOLE || this == DECIMAL || this == FLOATING;
        }

        /// Tells whether values of this kind lie on a line of time.
        public boolean isTime() {
            return this == DATE || this == TIMESTAMP;
        }
    }

    public ColumnType {
        if (sql.isBlank()) {
            throw new IllegalArgumentException("a column type has a name, such as BIGINT or VARCHAR");
        }
    }

    /// Returns the kind of this type's values.
    public Kind kind() {
        String type = sql.toUpperCase(Locale.ROOT);
        if (type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP") || type.startsWith("UNION")) {
            return Kind.NESTED;
        }
        if (type.startsWith("DECIMAL")) {
            return Kind.DECIMAL;
        }
        if (type.startsWith("TIMESTAMP")) {
            return Kind.TIMESTAMP;
        }
        if (type.startsWith("ENUM")) {
            return Kind.TEXT;
        }
        return switch (type) {
            case "BOOLEAN" -> Kind.LOGICAL;
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT" -> Kind.WHOLE;
            case "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT" -> Kind.WHOLE;
            case "FLOAT", "DOUBLE" -> Kind.FLOATING;
            case "VARCHAR", "JSON", "UUID" -> Kind.TEXT;
            case "DATE" -> Kind.DATE;
            default -> Kind.OTHER;
        };
    }

    /// Whether a value of this type may be, or hold, a floating-point number.
    boolean holdsFloating() {
        String type = sql.toUpperCase(Locale.ROOT);
        return type.contains("DOUBLE") || type.contains("FLOAT");
    }

    @Override
    public String toString() {
        return sql;
    }
}
