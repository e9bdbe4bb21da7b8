package dev.wadachi.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({"0, 0.0 s", "840, 0.8 s", "9960, 10 s", "59400, 59 s", "185000, 3 min 5 s", "7800000, 2 h 10 min"})
    void a_duration_is_as_exact_as_people_need_it(long milliseconds, String text) {
        assertThat(Quantity.of(Duration.ofMillis(milliseconds))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 byte",
        "999, 999 bytes",
        "1500, 1.5 kB",
        "23000000, 23 MB",
        "999999, 1.0 MB",
        "5000000000000000, 5000 TB"
    })
    void a_size_is_in_units_of_a_thousand(long bytes, String text) {
        assertThat(Quantity.ofBytes(bytes)).isEqualTo(text);
    }

    @Test
    void a_time_is_in_utc() {
        assertThat(Quantity.of(Instant.parse("2026-01-04T12:30:59Z"))).isEqualTo("2026-01-04 12:30");
    }
}
