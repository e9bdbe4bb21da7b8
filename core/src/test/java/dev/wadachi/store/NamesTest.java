package dev.wadachi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "Train, Train",
        "my-task_2, my-task_2",
        "v1.5, v1.5",
        "., %2E",
        ".., %2E%2E",
        "a/b, a%2Fb",
        "a b, a%20b",
        "ends., ends%2E",
        "CON, %43ON",
        "nul.txt, %6Eul.txt",
        "Console, Console",
        "特徴, %E7%89%B9%E5%BE%B4"
    })
    void a_name_is_fit_for_a_folder_everywhere(String name, String escaped) {
        assertThat(Names.escape(name)).isEqualTo(escaped);
    }

    @Test
    void an_overlong_name_is_cut_and_told_apart_by_a_digest() {
        String one = Names.escape("x".repeat(300) + "1");
        String other = Names.escape("x".repeat(300) + "2");

        assertThat(one).hasSizeLessThan(130).isNotEqualTo(other);
    }

    @Test
    void an_empty_name_is_refused() {
        assertThatThrownBy(() -> Names.escape("")).hasMessage("A task's name must not be empty");
    }

    @Property
    void no_name_leads_out_of_its_folder(@ForAll @NotEmpty String name) {
        assertThat(Names.escape(name))
                .matches("[A-Za-z0-9_%~-][A-Za-z0-9_%~.-]*")
                .doesNotEndWith(".");
    }

    @Property
    void names_that_differ_by_more_than_unpaired_surrogates_get_different_folders(
            @ForAll @NotEmpty String one, @ForAll @NotEmpty String other) {
        Assume.that(!one.equals(other) && isText(one) && isText(other));

        assertThat(Names.escape(one)).isNotEqualTo(Names.escape(other));
    }

    @Property
    void no_name_is_one_that_windows_keeps_for_itself(@ForAll @NotEmpty String name) {
        assertThat(Names.escape(name).toLowerCase(Locale.ROOT)).doesNotMatch("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    }

    private static boolean isText(String name) {
        return name.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
