package dev.wadachi.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.table.Columns;
import dev.wadachi.table.Table;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ProfileTextTest {

    @Test
    void a_number_of_different_values_that_is_an_estimate_does_not_look_exact() {
        Table many = numbers(200_001);

        assertThat(ProfileText.lines(many.profile()).get(1)).matches("id +bigint +0 +about [12]\\d\\d,000 .*");
        assertThat(Exploration.page("many", many, Optional.empty())).containsPattern("<td>about [12]\\d\\d,000</td>");
    }

    @Test
    void one_that_was_counted_is_exact() {
        assertThat(ProfileText.lines(numbers(20_001).profile()).get(1)).matches("id +bigint +0 +20001 .*");
    }

    private static Table numbers(int rows) {
        return Columns.none().longs("id", LongStream.range(0, rows).toArray()).table();
    }
}
