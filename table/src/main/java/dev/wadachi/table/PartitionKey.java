package dev.wadachi.table;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// What the folders on one level are told apart by: `date` in `events/date=2021-08-02`. It becomes a column.
///
/// @param name what stands before the equals sign, and the column's name
/// @param kind what stands behind it
public record PartitionKey(String name, Kind kind) {

    /// The folder of rows that have no value, as Hive and Spark name it.
    private static final String NO_VALUE = "__HIVE_DEFAULT_PARTITION__";

    /// What the values of a key are.
    public enum Kind {
        /// Days such as `2021-08-02`.
        DATE("DATE"),
        /// Numbers such as `7` or `07`.
        WHOLE("BIGINT"),
        /// Any text.
        TEXT("VARCHAR");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Refuses a name that no folder could have.
    public PartitionKey {
        if (name.isBlank() || name.contains("=") || name.contains("/") || name.contains(":")) {
            throw new IllegalArgumentException(
                    "a partition key has a name such as date, without =, : and /, but was '" + name + "'");
        }
    }

    /// A key of days.
    public static PartitionKey date(String name) {
        return new PartitionKey(name, Kind.DATE);
    }

    /// A key of whole numbers.
    public static PartitionKey whole(String name) {
        return new PartitionKey(name, Kind.WHOLE);
    }

    /// A key of texts.
    public static PartitionKey text(String name) {
        return new PartitionKey(name, Kind.TEXT);
    }

    /// The key that a text such as `date:date` or `hour:whole` says: name and kind.
    public static PartitionKey parse(CharSequence text) {
        String[] parts = text.toString().split(":", -1);
        Optional<Kind> kind = Arrays.stream(Kind.values())
                .filter(each -> each.word().equals(parts[parts.length - 1]))
                .findFirst();
        if (parts.length != 2 || kind.isEmpty()) {
            throw new IllegalArgumentException(
                    "a partition key is written as its name and its kind, such as date:date, hour:whole or shop:text");
        }
        return new PartitionKey(parts[0], kind.get());
    }

    /// Name and kind, as [#parse] reads them.
    @Override
    public String toString() {
        return name + ":" + kind.word();
    }

    Column column() {
        return new Column(name, new ColumnType(kind.sql));
    }

    /// A folder's name as it could be, for messages.
    String example() {
        return name
                + switch (kind) {
                    case DATE -> "=2021-08-02";
                    case WHOLE -> "=7";
                    case TEXT -> "=osaka";
                };
    }

    /// The value that a folder's name tells; empty for the folder of rows without one. What is not allowed in names
    /// stands there as `%3A`.
    ///
    /// @throws IllegalArgumentException if the name tells no value of this key
    Optional<String> value(String folder) {
        if (!folder.startsWith(name + "=")) {
            throw new IllegalArgumentException("a folder such as " + example() + " was expected");
        }
        String text =
                URLDecoder.decode(folder.substring(name.length() + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
        if (text.equals(NO_VALUE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (kind) {
                        case DATE -> LocalDate.parse(text).toString();
                        case WHOLE -> Long.toString(Long.parseLong(text));
                        case TEXT -> text;
                    });
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no "
                    + (kind == Kind.DATE ? "day such as 2021-08-02" : "whole number") + "; a folder such as "
                    + example()
                    + " was expected");
        }
    }

    /// The order of values: by the calendar, by size or by letters; no value comes last.
    Comparator<Optional<String>> order() {
        Comparator<String> known = switch (kind) {
            case DATE -> Comparator.comparing(LocalDate::parse);
            case WHOLE -> Comparator.comparing(Long::valueOf);
            case TEXT -> Comparator.naturalOrder();
        };
        return Comparator.comparing(value -> value.orElse(null), Comparator.nullsLast(known));
    }
}
