package dev.wadachi.parameter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The types whose values are one word of text. Writing and reading the word are inverse.
///
/// The tag stands before each value in the canonical encoding, so it never changes and is never given again.
@SuppressWarnings("ImmutableEnumChecker") // List.of and stateless lambdas: immutable, though their types do not say so
enum Scalar {
    BOOLEAN('b', List.of(boolean.class, Boolean.class), "true or false", Scalar::readBoolean),
    BYTE('1', List.of(byte.class, Byte.class), "a whole number from -128 to 127", text -> Byte.valueOf(digits(text))),
    SHORT(
            '2',
            List.of(short.class, Short.class),
            "a whole number from -32768 to 32767",
            text -> Short.valueOf(digits(text))),
    INT(
            '4',
            List.of(int.class, Integer.class),
            "a whole number of at most 32 bits, such as 53",
            text -> Integer.valueOf(digits(text))),
    LONG(
            '8',
            List.of(long.class, Long.class),
            "a whole number of at most 64 bits, such as 53",
            text -> Long.valueOf(digits(text))),
    FLOAT('f', List.of(float.class, Float.class), "a number such as 0.1", text -> Float.valueOf(decimal(text))),
    DOUBLE('d', List.of(double.class, Double.class), "a number such as 0.1", text -> Double.valueOf(decimal(text))),
    CHAR('c', List.of(char.class, Character.class), "one character", Scalar::readCharacter),
    STRING('s', List.of(String.class), "text", text -> text),
    BIG_INTEGER('i', List.of(BigInteger.class), "a whole number such as 53", text -> new BigInteger(digits(text))),
    BIG_DECIMAL('m', List.of(BigDecimal.class), "a number such as 0.10", BigDecimal::new),
    LOCAL_DATE('D', List.of(LocalDate.class), "a date such as 2021-08-02", LocalDate::parse),
    LOCAL_TIME('T', List.of(LocalTime.class), "a time such as 12:30", LocalTime::parse),
    LOCAL_DATE_TIME(
            'L', List.of(LocalDateTime.class), "a date and time such as 2021-08-02T12:30", LocalDateTime::parse),
    INSTANT('I', List.of(Instant.class), "an instant such as 2021-08-02T12:30:00Z", Instant::parse),
    OFFSET_DATE_TIME(
            'F',
            List.of(OffsetDateTime.class),
            "a date and time such as 2021-08-02T12:30+09:00",
            OffsetDateTime::parse),
    OFFSET_TIME('O', List.of(OffsetTime.class), "a time such as 12:30+09:00", OffsetTime::parse),
    ZONED_DATE_TIME(
            'Z',
            List.of(ZonedDateTime.class),
            "a date and time such as 2021-08-02T12:30+09:00[Asia/Tokyo]",
            ZonedDateTime::parse),
    YEAR('Y', List.of(Year.class), "a year such as 2021", text -> Year.of(Integer.parseInt(text))),
    YEAR_MONTH('M', List.of(YearMonth.class), "a month such as 2021-08", text -> YearMonth.parse(text, Months.FORMAT)),
    MONTH_DAY('N', List.of(MonthDay.class), "a day of the year such as --08-02", MonthDay::parse),
    DURATION('U', List.of(Duration.class), "a duration such as PT1H30M", Duration::parse),
    PERIOD('P', List.of(Period.class), "a period such as P7D", Period::parse),
    ZONE_OFFSET('+', List.of(ZoneOffset.class), "an offset such as +09:00", ZoneOffset::of),
    ZONE_ID('z', List.of(ZoneId.class), "a time zone such as Asia/Tokyo", ZoneId::of);

    private static final Map<Class<?>, Scalar> BY_TYPE = byType();

    private final char tag;
    private final List<Class<?>> types;
    private final String expected;
    private final Function<String, Object> reader;

    Scalar(char tag, List<Class<?>> types, String expected, Function<String, Object> reader) {
        this.tag = tag;
        this.types = types;
        this.expected = expected;
        this.reader = reader;
    }

    static Optional<Scalar> of(Class<?> type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    char tag() {
        return tag;
    }

    /// What a person is told to write.
    String expected() {
        return expected;
    }

    /// The type's name as a person writes it, such as `int` or `LocalDate`.
    String typeName() {
        return types.getFirst().getSimpleName();
    }

    String print(Object value) {
        return this == YEAR_MONTH ? ((YearMonth) value).format(Months.FORMAT) : value.toString();
    }

    /// @throws RuntimeException of any kind where the text is no such value
    Object parse(String text) {
        return reader.apply(text);
    }

    /// Whether a bare JSON number says all of it.
    boolean isNumber() {
        return switch (this) {
            case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE, BIG_INTEGER, BIG_DECIMAL -> true;
            case BOOLEAN,
                    CHAR,
                    STRING,
                    LOCAL_DATE,
                    LOCAL_TIME,
                    LOCAL_DATE_TIME,
                    INSTANT,
                    OFFSET_DATE_TIME,
                    OFFSET_TIME,
                    ZONED_DATE_TIME,
                    YEAR,
                    YEAR_MONTH,
                    MONTH_DAY,
                    DURATION,
                    PERIOD,
                    ZONE_OFFSET,
                    ZONE_ID -> false;
        };
    }

    private static Map<Class<?>, Scalar> byType() {
        Map<Class<?>, Scalar> byType = new HashMap<>();
        for (Scalar scalar : values()) {
            scalar.types.forEach(type -> byType.put(type, scalar));
        }
        return Map.copyOf(byType);
    }

    private static Object readBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Object readCharacter(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException(text);
        }
        return text.charAt(0);
    }

    /// `10_000` reads as 10000, as in Java.
    private static String digits(String text) {
        return text.length() > 2 ? text.replaceAll("(?<=\\d)_(?=\\d)", "") : text;
    }

    /// The JDK would also read `1d` and ` 1 `, which nobody means.
    private static String decimal(String text) {
        if (text.isEmpty()
                || "dDfF".indexOf(text.charAt(text.length() - 1)) >= 0
                || !text.strip().equals(text)) {
            throw new NumberFormatException(text);
        }
        return text;
    }

    /// `YearMonth.toString` leaves out the sign that `YearMonth.parse` demands from the year 10000 on.
    private static final class Months {
        static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
                .appendValue(ChronoField.YEAR, 4, 10, SignStyle.EXCEEDS_PAD)
                .appendLiteral('-')
                .appendValue(ChronoField.MONTH_OF_YEAR, 2)
                .toFormatter(Locale.ROOT);
    }
}
