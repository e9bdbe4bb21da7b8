package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {

    /// Widths as the C library's wcswidth gives them (glibc 2.36).
    @ParameterizedTest
    @CsvSource({
        "ginza, 5",
        "銀座, 4",
        "ビール, 6",
        "ﾋﾞｰﾙ, 4",
        "（税込）, 8",
        "한국, 4",
        "é, 1",
        "e\u0301, 1",
        "Ａ１, 4",
        "🍺, 2",
        "￥100, 5"
    })
    void characters_take_what_terminals_give_them(String text, int width) {
        assertThat(TextWidth.of(text)).isEqualTo(width);
    }

    @Test
    void a_text_that_is_too_wide_is_cut_between_characters() {
        assertThat(TextWidth.cut("銀座の売上", 10)).isEqualTo("銀座の売上");
        assertThat(TextWidth.cut("銀座の売上", 9)).isEqualTo("銀座の売…");
        assertThat(TextWidth.cut("銀座の売上", 8)).isEqualTo("銀座の…");
        assertThat(TextWidth.cut("🍺🍺🍺", 4)).isEqualTo("🍺…");
        assertThat(TextWidth.cut("tea", 1)).isEqualTo("…");
    }

    @Test
    void the_widest_cells_give_way_first() {
        assertThat(TextWidth.fitted(new int[] {4, 30, 12}, 40)).containsExactly(4, 24, 12);
        assertThat(TextWidth.fitted(new int[] {4, 30, 12}, 24)).containsExactly(4, 10, 10);
        assertThat(TextWidth.fitted(new int[] {4, 30, 12}, 5)).containsExactly(4, 6, 6);
        assertThat(TextWidth.fitted(new int[] {}, 5)).isEmpty();
    }

    record Sale(String shop, String item, int sales, String note) {}

    private static final Table SALES = Table.of(
            Sale.class,
            List.of(new Sale("銀座", "ビール", 12, "雨で客足が遠のいた一日だったが、夕方から持ち直した"), new Sale("ueno", "tea", 3, "")));

    @Test
    void japanese_cells_stand_below_each_other() {
        assertThat(SALES.sql("SELECT shop, item, sales FROM this").show()).isEqualTo("""
                        shop     item       sales
                        varchar  varchar  integer
                        銀座     ビール        12
                        ueno     tea            3
                        2 rows
                        """);
    }

    @Test
    void a_table_fits_the_terminal() {
        assertThat(SALES.show(5, 40)).isEqualTo("""
                        shop     item       sales  note
                        varchar  varchar  integer  varchar
                        銀座     ビール        12  雨で客足が遠…
                        ueno     tea            3
                        2 rows
                        """);
        assertThat(SALES.show(5, 40).lines()).allMatch(line -> TextWidth.of(line) <= 40);
    }

    @Test
    void columns_that_do_not_fit_are_named() {
        assertThat(SALES.show(1, 16)).isEqualTo("""
                        shop     item
                        varchar  varchar
                        銀座     ビール
                        2 rows, the first 1 are shown; columns that do not fit: sales, note
                        """);
    }
}
