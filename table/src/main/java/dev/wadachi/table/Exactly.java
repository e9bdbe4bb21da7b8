package dev.wadachi.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;

/// How a value is sent to a column of a database so that it can be read back as it was.
///
/// Databases make values fit without a word: PostgreSQL takes 1.5 for 2 in a column of whole numbers, and SQLite takes
/// NaN for no value and a decimal for the floating-point number beside it. What would be changed so is refused here.
/// The sign of a zero does not count: no comparison in SQL sees it.
///
/// A value is a Boolean, Long, Double, BigDecimal, LocalDate, LocalDateTime, OffsetDateTime or String.
sealed interface Exactly {

    /// What is sent.
    ///
    /// @throws InexactException if the column would keep something else
    Object of(Object value);

    private static LocalTime timeOfDay(Object value) {
        return switch (value) {
            case LocalDateTime local -> local.toLocalTime();
            case OffsetDateTime zoned -> zoned.toLocalTime();
            default -> LocalTime.MIDNIGHT;
        };
    }

    /// Whatever is not known: the database itself says what it does not take.
    record Anything() implements Exactly {
        @Override
        public Object of(Object value) {
            return value;
        }
    }

    /// Texts of PostgreSQL.
    record Text() implements Exactly {
        @Override
        public Object of(Object value) {
            if (value instanceof String text && text.indexOf('\0') >= 0) {
                throw new InexactException("holds the character U+0000, which PostgreSQL has not");
            }
            return value;
        }
    }

    /// Numbers without a fraction. Too large ones are refused by the database.
    record Whole() implements Exactly {
        @Override
        public Object of(Object value) {
            return switch (value) {
                case Double number when !Double.isFinite(number) -> throw new InexactException("is no whole number");
                case Double number -> whole(BigDecimal.valueOf(number));
                case BigDecimal number -> whole(number);
                default -> value;
            };
        }

        private static BigDecimal whole(BigDecimal number) {
            if (number.stripTrailingZeros().scale() > 0) {
                throw new InexactException("would lose its fraction");
            }
            return number;
        }
    }

    /// Numbers of so many digits behind the point. Floating-point numbers are sent as decimals: PostgreSQL itself would
    /// take 15 digits of them.
    record Decimal(int scale) implements Exactly {
        @Override
        public Object of(Object value) {
            return switch (value) {
                case Double number when Double.isFinite(number) -> fitting(BigDecimal.valueOf(number));
                case BigDecimal number -> fitting(number);
                default -> value;
            };
        }

        private BigDecimal fitting(BigDecimal number) {
            if (number.stripTrailingZeros().scale() > scale) {
                throw new InexactException("has more than " + scale + " digits behind the point");
            }
            return number;
        }
    }

    /// Floating-point numbers of 32 bits.
    record Single() implements Exactly {
        @Override
        public Object of(Object value) {
            return switch (value) {
                case Double number when Double.isFinite(number) -> near(BigDecimal.valueOf(number));
                case Long number -> near(BigDecimal.valueOf(number));
                case BigDecimal number -> near(number);
                default -> value;
            };
        }

        private static float near(BigDecimal number) {
            float near = number.floatValue();
            if (Float.isInfinite(near) || new BigDecimal(Float.toString(near)).compareTo(number) != 0) {
                throw new InexactException("has more digits than a floating-point number of 32 bits");
            }
            return near;
        }
    }

    /// Floating-point numbers of 64 bits.
    record Floating() implements Exactly {
        @Override
        public Object of(Object value) {
            return switch (value) {
                case Long number -> near(BigDecimal.valueOf(number));
                case BigDecimal number -> near(number);
                default -> value;
            };
        }

        static double near(BigDecimal number) {
            double near = number.doubleValue();
            if (Double.isInfinite(near) || BigDecimal.valueOf(near).compareTo(number) != 0) {
                throw new InexactException("has more digits than a floating-point number");
            }
            return near;
        }
    }

    /// Days.
    record Day() implements Exactly {
        @Override
        public Object of(Object value) {
            if (!timeOfDay(value).equals(LocalTime.MIDNIGHT)) {
                throw new InexactException("would lose its time of day");
            }
            return value;
        }
    }

    /// Times with so many digits of a second's fraction.
    record Time(int digits) implements Exactly {
        private static final int NANOSECONDS = 9;

        @Override
        public Object of(Object value) {
            int nanos = timeOfDay(value).get(ChronoField.NANO_OF_SECOND);
            if (BigDecimal.valueOf(nanos, NANOSECONDS).stripTrailingZeros().scale() > digits) {
                throw new InexactException("has more than " + digits + " digits of a second's fraction");
            }
            return value;
        }
    }

    /// What SQLite makes of a value by its column's type; see [SqliteAffinity].
    record Sqlite(SqliteAffinity affinity) implements Exactly {
        @Override
        public Object of(Object value) {
            return affinity.sent(value);
        }
    }
}
