package dev.wadachi.parameter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Optional;

/// What `@Every` may say of a component.
final class Steps {

    private static final int SHORTEST_MONTH = 28;

    private Steps() {}

    /// Why this cannot be the pace of a kind's ranges; empty if it can.
    static Optional<Advice> problem(Kind kind, Pace pace) {
        String said = "has " + pace + ", but ";
        if (!(kind instanceof Kind.OfScalar(Scalar scalar)) || !Sweep.hasTimeRanges(scalar)) {
            return Optional.of(new Advice(
                    said + "its type has no ranges of time",
                    "leave it out, or write one of LocalDate, YearMonth, LocalDateTime and Instant"));
        }
        try {
            TemporalAmount step = TimeRange.step(pace.step());
            return goesOn(scalar, step)
                    ? anchorProblem(kind, scalar, step, pace)
                    : Optional.of(new Advice(said + "that leads to no later time", instead(scalar)));
        } catch (DateTimeParseException e) {
            return Optional.of(new Advice(said + "that is no period", instead(scalar)));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.of(new Advice(said + "a " + scalar.typeName() + " cannot go so far", instead(scalar)));
        }
    }

    private static Optional<Advice> anchorProblem(Kind kind, Scalar scalar, TemporalAmount step, Pace pace) {
        if (pace.from().isEmpty()) {
            return Optional.empty();
        }
        Object anchor;
        try {
            anchor = TextForm.parse(kind, pace.from(), Today.UNKNOWN);
        } catch (TextException e) {
            return Optional.of(new Advice(
                    "has " + pace + ", but its first point is not " + scalar.expected(),
                    "write a point of time as it is"));
        }
        boolean goesByMonths = step instanceof Period period && period.toTotalMonths() != 0;
        return goesByMonths && anchor instanceof Temporal time && isLateInMonth(time)
                ? Optional.of(new Advice(
                        "has " + pace + ", but not every month has such a day",
                        "let it begin on one of the days 1 to " + SHORTEST_MONTH))
                : Optional.empty();
    }

    private static boolean isLateInMonth(Temporal time) {
        return time.isSupported(ChronoField.DAY_OF_MONTH) && time.get(ChronoField.DAY_OF_MONTH) > SHORTEST_MONTH;
    }

    private static boolean goesOn(Scalar scalar, TemporalAmount step) {
        return switch (scalar) {
            case LOCAL_DATE -> isLater(LocalDate.EPOCH, step);
            case YEAR_MONTH -> isLater(YearMonth.of(1970, 1), step);
            case LOCAL_DATE_TIME -> isLater(LocalDate.EPOCH.atStartOfDay(), step);
            default -> isLater(Instant.EPOCH, step);
        };
    }

    @SuppressWarnings("unchecked") // what is added to a T is a T, as Temporal says
    private static <T extends Temporal & Comparable<? super T>> boolean isLater(T from, TemporalAmount step) {
        return ((T) from.plus(step)).compareTo(from) > 0;
    }

    private static String instead(Scalar scalar) {
        return switch (scalar) {
            case LOCAL_DATE -> "write days, weeks, months or years, such as P7D";
            case YEAR_MONTH -> "write months or years, such as P3M";
            case LOCAL_DATE_TIME -> "write a duration such as PT1H, or a period such as P1D";
            default -> "write a duration such as PT1H, or days such as P1D";
        };
    }
}
