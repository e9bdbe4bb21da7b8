package dev.wadachi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConventionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Z", "GMT", "Etc/UTC", "Etc/Universal"})
    void what_the_command_runs_in_leaves_no_entry(String zone) {
        assertThat(of(zone, Locale.ROOT, Locale.ROOT, StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void what_differs_is_an_entry() {
        assertThat(of("Asia/Tokyo", Locale.JAPAN, Locale.JAPAN, Charset.forName("Shift_JIS")))
                .isEqualTo(Map.of("zone", "Asia/Tokyo", "locale", "ja_JP", "charset", "Shift_JIS"));
    }

    @Test
    void a_zone_that_keeps_the_time_of_UTC_for_half_the_year_is_another_zone() {
        assertThat(of("Europe/London", Locale.ROOT, Locale.ROOT, StandardCharsets.UTF_8))
                .isEqualTo(Map.of("zone", "Europe/London"));
    }

    @Test
    void the_locale_of_formats_alone_counts() {
        assertThat(of("UTC", Locale.ROOT, Locale.GERMANY, StandardCharsets.UTF_8))
                .isEqualTo(Map.of("locale", "none, formats de_DE"));
    }

    private static Map<String, String> of(String zone, Locale locale, Locale formats, Charset charset) {
        return new Conventions(ZoneId.of(zone), locale, formats, charset).entries();
    }
}
