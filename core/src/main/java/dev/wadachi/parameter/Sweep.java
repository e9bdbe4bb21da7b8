package dev.wadachi.parameter;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The values of one option: pieces between commas, each a value or a range.
///
/// A range is `from..to` or `from..to..step`, both ends included: whole numbers step by 1, dates by a day, months by a
/// month; decimals and times need a step. Dates step by a period such as `P7D`.
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
        return walk((Comparable<?>) from, to, plus(scalar, step, piece), piece);
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
        UnaryOperator<Object> next = value -> ((BigDecimal) value).add(by);
        return walk(from, to, next, piece).stream()
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

    private static UnaryOperator<Object> plus(Scalar scalar, String step, String piece) {
        TemporalAmount amount;
        try {
            amount = scalar == Scalar.LOCAL_DATE_TIME && step.contains("T") ? Duration.parse(step) : Period.parse(step);
        } catch (RuntimeException e) {
            throw new TextException(piece + " has the step '" + step + "', which is not a period such as P7D");
        }
        return value -> switch (value) {
            case LocalDate date -> date.plus(amount);
            case LocalDateTime time -> time.plus(amount);
            case YearMonth month -> month.plus(amount);
            default -> ((Temporal) value).plus(amount);
        };
    }

    @SuppressWarnings("unchecked") // both ends and all values between them are of one type
    private static List<Object> walk(Comparable<?> from, Object to, UnaryOperator<Object> next, String piece) {
        List<Object> values = new ArrayList<>();
        Object value = from;
        while (((Comparable<Object>) value).compareTo(to) <= 0) {
            values.add(value);
            Object after = next.apply(value);
            if (((Comparable<Object>) after).compareTo(value) <= 0) {
                throw new TextException(piece + " needs a step that goes on");
            }
            if (values.size() > MOST) {
                throw new TextException(piece + " has more than " + MOST + " values");
            }
            value = after;
        }
        if (values.isEmpty()) {
            throw new TextException(piece + " is empty: " + from + " lies after " + to);
        }
        return values;
    }
}
