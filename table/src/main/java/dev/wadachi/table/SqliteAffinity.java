package dev.wadachi.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;

/// What SQLite does to values for the sake of their column: numbers become texts, or texts that look like numbers
/// become numbers ([Datatypes In SQLite](https://sqlite.org/datatype3.html), section 3).
enum SqliteAffinity {
    TEXT,
    /// INTEGER and NUMERIC, which do the same to what is stored.
    NUMBER,
    REAL;

    private static final Pattern NUMBER_LIKE =
            Pattern.compile("\\s*[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?\\s*");

    /// A whole number whose text is the same before and after it was one.
    private static final Pattern PLAIN = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    /// Texts that sort as times do, and that SQLite's own functions take.
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern(" HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);

    /// By the words in the type's name.
    static SqliteAffinity of(String type) {
        String name = type.toUpperCase(Locale.ROOT);
        if (name.contains("INT")) {
            return NUMBER;
        }
        if (name.contains("CHAR") || name.contains("CLOB") || name.contains("TEXT")) {
            return TEXT;
        }
        return name.contains("REAL") || name.contains("FLOA") || name.contains("DOUB") ? REAL : NUMBER;
    }

    /// The value as SQLite keeps it.
    ///
    /// @throws InexactException if it keeps no such value
    Object sent(Object value) {
        return switch (value) {
            case Double number
            when Double.isNaN(number) -> throw new InexactException("would become no value: SQLite has no NaN");
            case LocalDateTime time -> TIME.format(time);
            case OffsetDateTime time -> TIME.format(time.withOffsetSameInstant(ZoneOffset.UTC)) + "+00:00";
            default ->
                switch (this) {
                    case TEXT -> text(value);
                    case NUMBER -> number(value);
                    case REAL -> new Exactly.Floating().of(unchanged(value));
                };
        };
    }

    /// SQLite itself would write 15 digits of a floating-point number.
    private static Object text(Object value) {
        return switch (value) {
            case Double number -> number.toString();
            case BigDecimal number -> number.toPlainString();
            default -> value;
        };
    }

    private static Object number(Object value) {
        return switch (value) {
            case BigDecimal number when isLong(number) -> number.longValueExact();
            case BigDecimal number -> Exactly.Floating.near(number);
            case String text when PLAIN.matcher(text).matches() -> text;
            default -> unchanged(value);
        };
    }

    private static boolean isLong(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.toBigInteger().bitLength() < Long.SIZE;
    }

    private static Object unchanged(Object value) {
        if (value instanceof String text && NUMBER_LIKE.matcher(text).matches()) {
            throw new InexactException("is a text, but would become a number");
        }
        return value;
    }
}
