package dev.wadachi.parameter;

import dev.wadachi.task.Default;
import dev.wadachi.task.Name;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// One record with a component of every kind, and random values of it.
final class Samples {

    private Samples() {}

    sealed interface Algorithm {
        @Name("gbdt")
        record Boosting(
                @Default("0.1") double rate, @Default("100") int trees) implements Algorithm {}

        record LastValue() implements Algorithm {}

        record None() implements Algorithm {}

        record Ensemble(List<Algorithm> members, Pair<String, Optional<Algorithm>> best) implements Algorithm {}
    }

    record Pair<A, B>(A first, B second) {}

    enum Level {
        LOW,
        HIGH {
            @Override
            int rank() {
                return 1;
            }
        };

        int rank() {
            return 0;
        }
    }

    record Money(BigDecimal amount, String currency) {
        public static Money parse(CharSequence text) {
            String[] words = text.toString().split(" ", 2);
            return new Money(new BigDecimal(words[0]), words[1]);
        }

        @Override
        public String toString() {
            return amount + " " + currency;
        }
    }

    record Numbers(
            boolean flag,
            byte tiny,
            short small,
            int whole,
            long large,
            float real,
            double precise,
            char letter,
            BigInteger huge,
            BigDecimal exact,
            Integer boxed) {}

    record Times(
            LocalDate date,
            LocalTime time,
            LocalDateTime dateTime,
            Instant instant,
            OffsetDateTime offsetDateTime,
            OffsetTime offsetTime,
            ZonedDateTime zoned,
            Year year,
            YearMonth month,
            MonthDay day,
            Duration duration,
            Period period,
            ZoneId zone,
            ZoneOffset offset) {}

    record Containers(
            Optional<String> text,
            Optional<Algorithm> algorithm,
            Optional<List<Level>> levels,
            List<Double> list,
            Set<BigDecimal> set,
            Set<Algorithm> algorithms,
            Map<String, Integer> byName,
            Map<LocalDate, List<String>> byDate,
            Map<Pair<Integer, String>, Level> byPair) {}

    record Everything(
            String text,
            Level level,
            DayOfWeek day,
            Algorithm algorithm,
            Money money,
            Numbers numbers,
            Times times,
            Containers containers) {}

    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8),
                Arbitraries.strings()
                        .withChars(" ,=()[]{}\"'\\.a1\n\t\u0000\ud800")
                        .ofMaxLength(8),
                Arbitraries.of("", "none", "today", "a..b", "it's", "日本語", "𝄞", " padded ", "C:\\data"));
    }

    static Arbitrary<Double> doubles() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(Double::longBitsToDouble),
                Arbitraries.of(0.0, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 0.1));
    }

    static Arbitrary<Algorithm> algorithms(int levels) {
        Arbitrary<Algorithm> leaves = Arbitraries.oneOf(
                Combinators.combine(doubles(), Arbitraries.integers()).as(Algorithm.Boosting::new),
                Arbitraries.of(new Algorithm.LastValue(), new Algorithm.None()));
        if (levels == 0) {
            return leaves;
        }
        Arbitrary<Algorithm> inner = algorithms(levels - 1);
        return Arbitraries.oneOf(
                leaves,
                Combinators.combine(inner.list().ofMaxSize(2), texts(), inner.optional())
                        .as((members, name, best) -> new Algorithm.Ensemble(members, new Pair<>(name, best))));
    }

    static Arbitrary<BigDecimal> decimals() {
        return Combinators.combine(
                        Arbitraries.bigIntegers(), Arbitraries.integers().between(-20, 20))
                .as(BigDecimal::new);
    }

    static Arbitrary<Numbers> numbers() {
        Arbitrary<Float> floats = Arbitraries.integers().map(Float::intBitsToFloat);
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.bytes(),
                        Arbitraries.shorts(),
                        Arbitraries.integers(),
                        Arbitraries.longs(),
                        floats,
                        doubles(),
                        Arbitraries.chars())
                .flatAs((flag, tiny, small, whole, large, real, precise, letter) -> Combinators.combine(
                                Arbitraries.bigIntegers(), decimals(), Arbitraries.integers())
                        .as((huge, exact, boxed) -> new Numbers(
                                flag, tiny, small, whole, large, real, precise, letter, huge, exact, boxed)));
    }

    static Arbitrary<Times> times() {
        Arbitrary<LocalDate> dates = Arbitraries.longs()
                .between(LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay())
                .map(LocalDate::ofEpochDay);
        Arbitrary<LocalTime> clock =
                Arbitraries.longs().between(0, LocalTime.MAX.toNanoOfDay()).map(LocalTime::ofNanoOfDay);
        Arbitrary<ZoneOffset> offsets =
                Arbitraries.integers().between(-18 * 3600, 18 * 3600).map(ZoneOffset::ofTotalSeconds);
        Arbitrary<ZoneId> zones = Arbitraries.oneOf(
                Arbitraries.of("Asia/Tokyo", "Europe/Berlin", "UTC", "GMT+2").map(ZoneId::of), offsets);
        Arbitrary<Duration> durations = Combinators.combine(
                        Arbitraries.longs(), Arbitraries.integers().between(0, 999_999_999))
                .as(Duration::ofSeconds);
        Arbitrary<Period> periods = Combinators.combine(
                        Arbitraries.integers(), Arbitraries.integers(), Arbitraries.integers())
                .as(Period::of);
        Arbitrary<Instant> instants = Arbitraries.longs()
                .between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond())
                .map(Instant::ofEpochSecond);
        return Combinators.combine(dates, clock, offsets, zones, durations, periods, instants)
                .as((date, time, offset, zone, duration, period, instant) -> new Times(
                        date,
                        time,
                        date.atTime(time),
                        instant,
                        date.atTime(time).atOffset(offset),
                        time.atOffset(offset),
                        near(date).atTime(time).atZone(zone),
                        Year.from(date),
                        YearMonth.from(date),
                        MonthDay.from(date),
                        duration,
                        period,
                        zone,
                        offset));
    }

    /// Zone rules are not defined at the very ends of time.
    private static LocalDate near(LocalDate date) {
        return date.withYear(1900 + Math.floorMod(date.getYear(), 20_000));
    }

    static Arbitrary<Containers> containers() {
        Arbitrary<Level> levels = Arbitraries.of(Level.class);
        Arbitrary<LocalDate> dates = Arbitraries.integers().between(0, 20_000).map(LocalDate::ofEpochDay);
        Arbitrary<Pair<Integer, String>> pairs =
                Combinators.combine(Arbitraries.integers(), texts()).as(Pair::new);
        return Combinators.combine(
                        texts().optional(),
                        algorithms(1).optional(),
                        levels.list().ofMaxSize(3).optional(),
                        doubles().list().ofMaxSize(3),
                        decimals().set().ofMaxSize(3),
                        algorithms(1).set().ofMaxSize(3))
                .flatAs((text, algorithm, level, list, set, algorithms) -> Combinators.combine(
                                Arbitraries.maps(texts(), Arbitraries.integers())
                                        .ofMaxSize(3),
                                Arbitraries.maps(dates, texts().list().ofMaxSize(2))
                                        .ofMaxSize(3),
                                Arbitraries.maps(pairs, levels).ofMaxSize(3))
                        .as((byName, byDate, byPair) ->
                                new Containers(text, algorithm, level, list, set, algorithms, byName, byDate, byPair)));
    }

    static Arbitrary<Everything> everything() {
        Arbitrary<Money> money = Combinators.combine(decimals(), texts()).as(Money::new);
        return Combinators.combine(
                        texts(),
                        Arbitraries.of(Level.class),
                        Arbitraries.of(DayOfWeek.class),
                        algorithms(2),
                        money,
                        numbers(),
                        times(),
                        containers())
                .as(Everything::new);
    }
}
