package dev.wadachi.parameter;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;

/// The points in time from one to another, both included: on the command line `2021-01-04..2021-08-02..P7D`.
///
/// They are counted from the start, not each from the one before: a month after the 31st of January is the 28th of
/// February, and two months after it the 31st of March.
///
/// @param from the first point
/// @param to the last one may lie before it, if no step ends there; none lies after it
/// @param step a [Period] or a [Duration]
/// @param <T> such as `LocalDate`
public record TimeRange<T extends Temporal & Comparable<? super T>>(T from, T to, TemporalAmount step) {

    private static final int MOST = 10_000;

    /// Refuses a range without points, with more than 10,000 of them, or with a step that does not go on.
    public TimeRange {
        points(from, to, step);
    }

    /// Every day.
    public static TimeRange<LocalDate> daily(LocalDate from, LocalDate to) {
        return new TimeRange<>(from, to, Period.ofDays(1));
    }

    /// Every seventh day, the first one included.
    public static TimeRange<LocalDate> weekly(LocalDate from, LocalDate to) {
        return new TimeRange<>(from, to, Period.ofWeeks(1));
    }

    /// Every month.
    public static TimeRange<YearMonth> monthly(YearMonth from, YearMonth to) {
        return new TimeRange<>(from, to, Period.ofMonths(1));
    }

    /// Every hour.
    public static TimeRange<LocalDateTime> hourly(LocalDateTime from, LocalDateTime to) {
        return new TimeRange<>(from, to, Duration.ofHours(1));
    }

    /// Every hour of the time that all clocks share.
    public static TimeRange<Instant> hourly(Instant from, Instant to) {
        return new TimeRange<>(from, to, Duration.ofHours(1));
    }

    /// Of the points that lie whole steps before and after an anchor, those from one time to another: every second
    /// Monday, wherever the range begins.
    ///
    /// @throws IllegalArgumentException if none of them lies there, or the step does not go on
    public static <T extends Temporal & Comparable<? super T>> TimeRange<T> countedFrom(
            T anchor, T from, T to, TemporalAmount step) {
        T first = firstAtOrAfter(from, new TimeRange<>(anchor, anchor, step).from(), to, step);
        if (first.compareTo(to) > 0) {
            throw new IllegalArgumentException("no point lies from " + from + " to " + to + ": counted from " + anchor
                    + " by " + step + ", the next one is " + first);
        }
        return new TimeRange<>(first, to, step);
    }

    /// Searched for in strides that grow, then shrink: months differ in length, so their number cannot be divided out.
    private static <T extends Temporal & Comparable<? super T>> T firstAtOrAfter(
            T from, T anchor, T to, TemporalAmount step) {
        int stride = 1;
        int before = 0;
        while (after(anchor, to, step, before).compareTo(from) >= 0) {
            before -= stride;
            stride *= 2;
        }
        int at = before + 1;
        for (stride = 1; after(anchor, to, step, at).compareTo(from) < 0; stride *= 2) {
            before = at;
            at += stride;
        }
        while (at - before > 1) {
            int middle = before + (at - before) / 2;
            if (after(anchor, to, step, middle).compareTo(from) < 0) {
                before = middle;
            } else {
                at = middle;
            }
        }
        return after(anchor, to, step, at);
    }

    /// A step as text: `P7D` is a period, and what has hours, minutes or seconds a duration, such as `PT1H`.
    ///
    /// @throws java.time.format.DateTimeParseException where it is neither
    static TemporalAmount step(String text) {
        return text.contains("T") ? Duration.parse(text) : Period.parse(text);
    }

    /// All of them, the earliest first; at least one.
    public List<T> points() {
        return points(from, to, step);
    }

    private static <T extends Temporal & Comparable<? super T>> List<T> points(T from, T to, TemporalAmount step) {
        List<T> points = new ArrayList<>();
        for (T point = from; point.compareTo(to) <= 0; ) {
            points.add(point);
            T next = after(from, to, step, points.size());
            if (next.compareTo(point) <= 0) {
                throw refused(from, to, step, "needs a step that goes on");
            }
            if (points.size() > MOST) {
                throw refused(from, to, step, "has more than " + MOST + " values");
            }
            point = next;
        }
        if (points.isEmpty()) {
            throw refused(from, to, step, "is empty: " + from + " lies after " + to);
        }
        return points;
    }

    @SuppressWarnings("unchecked") // what is added to a T is a T, as Temporal says
    private static <T extends Temporal & Comparable<? super T>> T after(T from, T to, TemporalAmount step, int steps) {
        try {
            return (T) from.plus(multiplied(step, steps));
        } catch (DateTimeException | ArithmeticException e) {
            throw refused(from, to, step, "needs another step: " + e.getMessage());
        }
    }

    private static TemporalAmount multiplied(TemporalAmount step, int steps) {
        return switch (step) {
            case Period period -> period.multipliedBy(steps);
            case Duration duration -> duration.multipliedBy(steps);
            default -> throw new IllegalArgumentException("a step is a Period or a Duration, but was " + step);
        };
    }

    private static IllegalArgumentException refused(Temporal from, Temporal to, TemporalAmount step, String problem) {
        return new IllegalArgumentException(text(from, to, step) + " " + problem);
    }

    private static String text(Temporal from, Temporal to, TemporalAmount step) {
        return from + ".." + to + ".." + step;
    }

    /// As it is written on the command line.
    @Override
    public String toString() {
        return text(from, to, step);
    }
}
