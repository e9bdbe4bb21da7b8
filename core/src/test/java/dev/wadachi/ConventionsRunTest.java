package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/// A program that embeds the engine may run in any time zone and locale.
@ResourceLock(Resources.TIME_ZONE)
@ResourceLock(Resources.LOCALE)
class ConventionsRunTest {

    record FirstDay() implements Task<String> {
        @Override
        public String run(Context in) {
            return String.format("%1$tB %1$te", Instant.EPOCH.minusSeconds(1).atZone(ZoneId.systemDefault()));
        }
    }

    private final TimeZone zone = TimeZone.getDefault();
    private final Locale locale = Locale.getDefault();

    @TempDir
    Path folder;

    @BeforeEach
    void asTheCommand() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Locale.setDefault(Locale.ROOT);
    }

    @AfterEach
    void asItWas() {
        TimeZone.setDefault(zone);
        Locale.setDefault(locale);
    }

    @Test
    void another_time_zone_and_locale_give_another_result_and_are_named() {
        try (Wadachi wadachi = Wadachi.open(folder)) {
            String inUtc = wadachi.run(new FirstDay());
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            Locale.setDefault(Locale.GERMANY);

            assertThat(Outcomes.steps(wadachi.plan(new FirstDay())))
                    .containsExactly("FirstDay: WILL_RUN the locale changed: none → de_DE;"
                            + " the time zone changed: UTC → Asia/Tokyo");
            assertThat(wadachi.run(new FirstDay())).isEqualTo("Januar 1").isNotEqualTo(inUtc);

            asTheCommand();
            assertThat(Outcomes.steps(wadachi.plan(new FirstDay()))).containsExactly("FirstDay: UP_TO_DATE");
        }
    }

    @Test
    void a_zone_that_is_gone_is_named_too() {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        try (Wadachi wadachi = Wadachi.open(folder)) {
            wadachi.run(new FirstDay());
            asTheCommand();

            assertThat(Outcomes.steps(wadachi.plan(new FirstDay())))
                    .containsExactly("FirstDay: WILL_RUN the time zone changed: Asia/Tokyo → UTC");
        }
    }
}
