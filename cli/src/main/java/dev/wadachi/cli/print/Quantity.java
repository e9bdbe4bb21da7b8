package dev.wadachi.cli.print;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Durations, sizes and times as people say them.
public final class Quantity {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private Quantity() {}

    /// `0.8 s`, `42 s`, `3 min 5 s`, `2 h 10 min`.
    public static String of(Duration duration) {
        double seconds = duration.toNanos() / 1e9;
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3_600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3_600 + " h " + whole % 3_600 / 60 + " min";
    }

    /// `0.8 s`, and so on.
    ///
    /// @param seconds 0 or more
    public static String ofSeconds(double seconds) {
        return of(Duration.ofNanos(Math.round(seconds * 1e9)));
    }

    /// `512 bytes`, `1.5 kB`, `23 MB`: units of 1,000.
    public static String ofBytes(long bytes) {
        if (bytes < 1_000) {
            return bytes == 1 ? "1 byte" : bytes + " bytes";
        }
        double amount = bytes;
        int unit = -1;
        do {
            amount /= 1_000;
            unit++;
        } while (amount >= 999.5 && unit < UNITS.length - 1);
        return String.format(Locale.ROOT, amount < 9.95 ? "%.1f %s" : "%.0f %s", amount, UNITS[unit]);
    }

    /// `about 2,970,000`: an estimate, with the three figures that it is good for.
    public static String about(long number) {
        long rounded = new BigDecimal(number)
                .round(new MathContext(3, RoundingMode.HALF_EVEN))
                .longValueExact();
        return String.format(Locale.ROOT, "about %,d", rounded);
    }

    /// `2026-01-04 12:30`, in UTC.
    public static String of(Instant instant) {
        return MINUTE.format(instant);
    }

    /// `1 task`, `3 tasks`.
    public static String count(long number, String noun) {
        return number == 1 ? "1 " + noun : String.format(Locale.ROOT, "%,d %ss", number, noun);
    }
}
