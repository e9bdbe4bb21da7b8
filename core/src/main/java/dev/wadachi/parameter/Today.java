package dev.wadachi.parameter;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the word `today` stands for: resolved once, where a command enters, so that a run has one day. `today-7d` and
/// `today+2w` are so many days or weeks from it, `today-1m` and `today-1y` months and years.
record Today(@Nullable LocalDate day) {

    static final String WORD = "today";

    private static final Pattern FROM_TODAY = Pattern.compile(WORD + "(?:([+-])(\\d{1,6})([dwmy]))?");

    /// For texts that must mean the same on every day.
    static final Today UNKNOWN = new Today(null);

    /// The value of a type of time that such a text stands for: its day, its month, or its first moment in UTC. Empty
    /// if the text is another, or the type has no days.
    Optional<Object> find(Scalar scalar, String text) {
        Matcher words = FROM_TODAY.matcher(text);
        return day != null && Sweep.hasTimeRanges(scalar) && words.matches()
                ? Optional.of(value(scalar, day.plus(distance(words))))
                : Optional.empty();
    }

    private static Period distance(Matcher words) {
        if (words.group(1) == null) {
            return Period.ZERO;
        }
        int count = Integer.parseInt(words.group(1) + words.group(2));
        return switch (words.group(3)) {
            case "d" -> Period.ofDays(count);
            case "w" -> Period.ofWeeks(count);
            case "m" -> Period.ofMonths(count);
            default -> Period.ofYears(count);
        };
    }

    private static Object value(Scalar scalar, LocalDate date) {
        return switch (scalar) {
            case YEAR_MONTH -> YearMonth.from(date);
            case LOCAL_DATE_TIME -> date.atStartOfDay();
            case INSTANT -> date.atStartOfDay(ZoneOffset.UTC).toInstant();
            default -> date;
        };
    }
}
