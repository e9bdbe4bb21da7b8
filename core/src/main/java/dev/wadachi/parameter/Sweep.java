package dev.wadachi.parameter;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// The values of one option: pieces between commas, each a value or a range.
///
/// A range is `from..to` or `from..to..step`, both ends included: whole numbers step by 1, dates by a day, months by a
/// month; decimals and times need a step. Dates step by a period such as `P7D`, counted from the start: a month after
/// the 31st of January is the 28th of February, and two months after it the 31st of March.
record Sweep(Kind kind, Today today) {

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
        return scalar.isNumber()
                || scalar == Scalar.LOCAL_DATE
                || scalar == Scalar.LOCAL_DATE_TIME
                || scalar == Scalar.YEAR_MONTH;
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
        return walk((Comparable<?>) from, to, from((Temporal) from, scalar, step, piece), piece);
    }

    private static String defaultStep(Scalar scalar, String piece) {
        return switch (scalar) {
            case LOCAL_DATE -> "P1D";
            case YEAR_MONTH -> "P1M";
            case FLOAT, DOUBLE, BIG_DECIMAL ->
                throw new TextException(piece + " needs a step, such as " + piece + "..0.1");
            case LOCAL_DATE_TIME -> throw new TextException(piece + " needs a step, such as " + piece + "..PT1H");
            default -> "1";
        };
    }

    private List<Object> numbers(Scalar scalar, BigDecimal from, BigDecimal to, String step, String piece) {
        BigDecimal by = (BigDecimal) number(step, piece);
        return walk(from, to, steps -> from.add(by.multiply(BigDecimal.valueOf(steps))), piece).stream()
                .map(value -> exact(scalar, (BigDecimal) value, step, piece))
                .toList();
    }

    private static Object number(String step, String piece) {
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

    /// So many steps from the start, counted from there: months after the 31st of January end in the month's last day
    /// each, where steps from one to the next would stay at the 28th.
    private static IntFunction<Object> from(Temporal start, Scalar scalar, String step, String piece) {
        try {
            if (scalar == Scalar.LOCAL_DATE_TIME && step.contains("T")) {
                Duration duration = Duration.parse(step);
                return steps -> start.plus(duration.multipliedBy(steps));
            }
            Period period = Period.parse(step);
            return steps -> start.plus(period.multipliedBy(steps));
        } catch (DateTimeParseException e) {
            throw new TextException(piece + " has the step '" + step + "', which is not a period such as P7D");
        }
    }

    private static Object after(IntFunction<Object> after, int steps, String piece) {
        try {
            return after.apply(steps);
        } catch (DateTimeException | ArithmeticException e) {
            throw new TextException(piece + " needs another step: " + e.getMessage());
        }
    }

    @SuppressWarnings("unchecked") // both ends and all values between them are of one type
    private static List<Object> walk(Comparable<?> from, Object to, IntFunction<Object> after, String piece) {
        List<Object> values = new ArrayList<>();
        Object value = from;
        while (((Comparable<Object>) value).compareTo(to) <= 0) {
            values.add(value);
            Object next = after(after, values.size(), piece);
            if (((Comparable<Object>) next).compareTo(value) <= 0) {
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
