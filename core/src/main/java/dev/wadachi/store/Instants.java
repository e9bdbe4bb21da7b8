package dev.wadachi.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// Reads times as [Instant#toString()] writes them.
///
/// [Instant#parse] builds a formatter's whole machinery for each; in a young JVM it takes as long as reading the rest
/// of a trace.
final class Instants {

    private static final String FORM = "dddd-dd-ddTdd:dd:dd";
    private static final int NANO_DIGITS = 9;

    private Instants() {}

    /// @throws DateTimeException if the text is no time
    static Instant parse(String text) {
        int zone = text.length() - 1;
        if (zone < FORM.length() || text.charAt(zone) != 'Z' || !isPlain(text)) {
            return Instant.parse(text);
        }
        int nano = 0;
        if (zone > FORM.length()) {
            int digits = zone - FORM.length() - 1;
            if (text.charAt(FORM.length()) != '.' || digits < 1 || digits > NANO_DIGITS) {
                return Instant.parse(text);
            }
            nano = number(text, FORM.length() + 1, zone);
            for (int i = digits; i < NANO_DIGITS; i++) {
                nano *= 10;
            }
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nano)
                .toInstant(ZoneOffset.UTC);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < FORM.length(); i++) {
            char c = text.charAt(i);
            char form = FORM.charAt(i);
            if (form == 'd' ? c < '0' || c > '9' : c != form) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("'" + text + "' is no time such as 2026-11-04T09:30:12.345Z");
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
