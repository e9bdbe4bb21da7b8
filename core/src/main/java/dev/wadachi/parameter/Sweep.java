package dev.wadachi.parameter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The values of one option: pieces between commas, each a value or a range.
///
/// A range is `from..to` or `from..to..step`, both ends included: whole numbers step by 1, dates by a day, months by a
/// month, where their component does not say otherwise; decimals and times need a step. Those of time are a
/// [TimeRange].
///
/// @param every the component's own step of time; null where it has none
record Sweep(Kind kind, Today today, @Nullable Pace every) {

    private static final String RANGE = "..";
    private static final int MOST = 10_000;

    /// @throws TextException with everything that is wrong
    List<Object> values(String text) {
        List<Object> values = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String piece : TermReader.split(text)) {
            try {
                values.addAll(piece(piece));
            } catch (TextException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new TextException(problems);
        }
        return values;
    }

    private List<Object> piece(String piece) {
        return isRange(kind, piece)
                ? range(((Kind.OfScalar) kind).scalar(), piece)
                : List.of(TextForm.parse(kind, piece, today));
    }

    static boolean isRange(Kind kind, String piece) {
        return kind instanceof Kind.OfScalar(Scalar scalar) && hasRanges(scalar) && piece.contains(RANGE);
    }

    private static boolean hasRanges(Scalar scalar) {
        return scalar.isNumber() || hasTimeRanges(scalar);
    }

    /// Whether its values are points in time that one can count from one to another.
    static boolean hasTimeRanges(Scalar scalar) {
        return scalar == Scalar.LOCAL_DATE
                || scalar == Scalar.LOCAL_DATE_TIME
                || scalar == Scalar.YEAR_MONTH
                || scalar == Scalar.INSTANT;
    }

    /// Whether a text has a range of time among its pieces.
    static boolean isOverTime(Kind kind, String text) {
        return kind instanceof Kind.OfScalar(Scalar scalar)
                && hasTimeRanges(scalar)
                && TermReader.split(text).stream().anyMatch(piece -> piece.contains(RANGE));
    }

    private List<Object> range(Scalar scalar, String piece) {
        List<String> parts = List.of(piece.split("\\.\\.", -1));
        if (parts.size() > 3) {
            throw new TextException(piece + " is not a range such as from..to or from..to..step");
        }
        Object from = TextForm.parse(kind, parts.get(0), today);
        Object to = TextForm.parse(kind, parts.get(1), today);
        String step = parts.size() == 3 ? parts.get(2).strip() : defaultStep(scalar, piece);
        if (scalar.isNumber()) {
            return numbers(scalar, new BigDecimal(scalar.print(from)), new BigDecimal(scalar.print(to)), step, piece);
        }
        return points(from, to, parts.size() == 3 ? null : anchor(), step, piece);
    }

    /// From which points are counted; null for the beginning of the range.
    private @Nullable Object anchor() {
        return every == null || every.from().isEmpty() ? null : TextForm.parse(kind, every.from(), Today.UNKNOWN);
    }

    private String defaultStep(Scalar scalar, String piece) {
        if (every != null) {
            return every.step();
        }
        return switch (scalar) {
            case LOCAL_DATE -> "P1D";
            case YEAR_MONTH -> "P1M";
            case FLOAT, DOUBLE, BIG_DECIMAL ->
                throw new TextException(piece + " needs a step, such as " + piece + "..0.1");
            case LOCAL_DATE_TIME, INSTANT ->
                throw new TextException(piece + " needs a step, such as " + piece + "..PT1H");
            default -> "1";
        };
    }

    private List<Object> numbers(Scalar scalar, BigDecimal from, BigDecimal to, String step, String piece) {
        BigDecimal by = number(step, piece);
        return walk(from, to, steps -> from.add(by.multiply(BigDecimal.valueOf(steps))), piece).stream()
                .map(value -> exact(scalar, value, step, piece))
                .toList();
    }

    private static BigDecimal number(String step, String piece) {
        try {
            return new BigDecimal(step);
        } catch (NumberFormatException e) {
            throw new TextException(piece + " has the step '" + step + "', which is not a number");
        }
    }

    /// Steps are counted in decimals, so that 0.1..0.3..0.1 has three values and ends at 0.3.
    private static Object exact(Scalar scalar, BigDecimal value, String step, String piece) {
        boolean decimal = scalar == Scalar.FLOAT || scalar == Scalar.DOUBLE || scalar == Scalar.BIG_DECIMAL;
        try {
            return scalar.parse(
                    decimal ? value.toString() : value.toBigIntegerExact().toString());
        } catch (ArithmeticException e) {
            throw new TextException(piece + " has the step '" + step + "', which leads to " + value
                    + ", and that is not " + scalar.expected());
        }
    }

    private static List<Object> points(Object from, Object to, @Nullable Object anchor, String step, String piece) {
        try {
            return List.copyOf(timeRange(from, to, anchor, TimeRange.step(step)).points());
        } catch (DateTimeParseException e) {
            throw new TextException(piece + " has the step '" + step + "', which is not a period such as P7D");
        } catch (IllegalArgumentException e) {
            throw new TextException(String.valueOf(e.getMessage()));
        }
    }

    private static TimeRange<?> timeRange(Object from, Object to, @Nullable Object anchor, TemporalAmount step) {
        return switch (from) {
            case LocalDate date -> timeRange(date, (LocalDate) to, (@Nullable LocalDate) anchor, step);
            case YearMonth month -> timeRange(month, (YearMonth) to, (@Nullable YearMonth) anchor, step);
            case LocalDateTime time -> timeRange(time, (LocalDateTime) to, (@Nullable LocalDateTime) anchor, step);
            case Instant instant -> timeRange(instant, (Instant) to, (@Nullable Instant) anchor, step);
            default -> throw new IllegalStateException(from.getClass() + " has no ranges of time");
        };
    }

    private static <T extends Temporal & Comparable<? super T>> TimeRange<T> timeRange(
            T from, T to, @Nullable T anchor, TemporalAmount step) {
        return anchor == null ? new TimeRange<>(from, to, step) : TimeRange.countedFrom(anchor, from, to, step);
    }

    private static List<BigDecimal> walk(BigDecimal from, BigDecimal to, IntFunction<BigDecimal> after, String piece) {
        List<BigDecimal> values = new ArrayList<>();
        BigDecimal value = from;
        while (value.compareTo(to) <= 0) {
            values.add(value);
            BigDecimal next = after.apply(values.size());
            if (next.compareTo(value) <= 0) {
                throw new TextException(piece + " needs a step that goes on");
            }
            if (values.size() > MOST) {
                throw new TextException(piece + " has more than " + MOST + " values");
            }
            value = next;
        }
        if (values.isEmpty()) {
            throw new TextException(piece + " is empty: " + from + " lies after " + to);
        }
        return values;
    }
}
