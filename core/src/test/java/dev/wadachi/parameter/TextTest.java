package dev.wadachi.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    private static final ValueForm ALGORITHM = ValueForm.of(Samples.Algorithm.class);

    @Test
    void values_are_printed_as_a_person_would_write_them() {
        assertThat(ALGORITHM.print(new Samples.Algorithm.LastValue())).isEqualTo("last-value");
        assertThat(ALGORITHM.print(new Samples.Algorithm.Boosting(0.1, 100))).isEqualTo("gbdt(rate=0.1,trees=100)");
        assertThat(ALGORITHM.print(new Samples.Algorithm.Ensemble(
                        List.of(new Samples.Algorithm.LastValue()),
                        new Samples.Pair<>("a, b", Optional.of(new Samples.Algorithm.None())))))
                .isEqualTo("ensemble(members=[last-value],best=pair(first=\"a, b\",second=\"none\"))");
        assertThat(print(
                        Types.generic(Map.class, String.class, LocalDate.class),
                        Map.of("b", LocalDate.EPOCH, "a", LocalDate.EPOCH)))
                .isEqualTo("{a=1970-01-01,b=1970-01-01}");
        assertThat(print(Samples.Money.class, new Samples.Money(new BigDecimal("1.50"), "EUR")))
                .isEqualTo("1.50 EUR");
        assertThat(print(String.class, "data/sales.csv")).isEqualTo("data/sales.csv");
        assertThat(print(String.class, "say \"hi\"\n")).isEqualTo("\"say \\\"hi\\\"\\n\"");
    }

    @Test
    void what_is_left_out_of_a_record_has_its_default() {
        assertThat(ALGORITHM.parse("gbdt")).isEqualTo(new Samples.Algorithm.Boosting(0.1, 100));
        assertThat(ALGORITHM.parse(" gbdt( rate = 0.3 ) ")).isEqualTo(new Samples.Algorithm.Boosting(0.3, 100));
        assertThat(ALGORITHM.parse("gbdt()")).isEqualTo(new Samples.Algorithm.Boosting(0.1, 100));
    }

    @Test
    void a_text_is_taken_as_it_stands() {
        String sql = "select f(a, b) from t where x = 'it''s' -- {no} [list]";

        assertThat(ValueForm.of(String.class).parse(sql)).isEqualTo(sql);
    }

    @Test
    void a_records_own_parse_wins_and_the_general_form_stays() {
        ValueForm money = ValueForm.of(Samples.Money.class);
        Samples.Money oneFifty = new Samples.Money(new BigDecimal("1.50"), "EUR");

        assertThat(money.parse("1.50 EUR")).isEqualTo(oneFifty);
        assertThat(money.parse("money(amount=1.50,currency=EUR)")).isEqualTo(oneFifty);
        assertThatThrownBy(() -> money.parse("much EUR"))
                .isInstanceOf(TextException.class)
                .hasMessageStartingWith("'much EUR' is no Money: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1..4                     | [1, 2, 3, 4]
            1..10..4                 | [1, 5, 9]
            -1..1,7                  | [-1, 0, 1, 7]
            1_000                    | [1000]
            """)
    void whole_numbers_sweep(String text, String values) {
        assertThat(sweep(int.class, text)).hasToString(values);
    }

    @Test
    void decimals_sweep_by_exact_steps() {
        assertThat(sweep(double.class, "0.1..0.5..0.1")).containsExactly(0.1, 0.2, 0.3, 0.4, 0.5);
        assertThat(sweep(BigDecimal.class, "0..1..0.5"))
                .containsExactly(new BigDecimal("0"), new BigDecimal("0.5"), new BigDecimal("1.0"));
    }

    @Test
    void dates_sweep_by_days_and_months_by_months() {
        assertThat(sweep(LocalDate.class, "2021-02-27..2021-03-02"))
                .extracting(Object::toString)
                .containsExactly("2021-02-27", "2021-02-28", "2021-03-01", "2021-03-02");
        assertThat(sweep(LocalDate.class, "2021-01-04..2021-02-01..P2W"))
                .extracting(Object::toString)
                .containsExactly("2021-01-04", "2021-01-18", "2021-02-01");
        assertThat(sweep(LocalDate.class, "2021-01-31..2021-05-31..P1M"))
                .hasToString("[2021-01-31, 2021-02-28, 2021-03-31, 2021-04-30, 2021-05-31]");
        assertThat(sweep(LocalDate.class, "2020-02-29..2024-02-29..P1Y"))
                .hasToString("[2020-02-29, 2021-02-28, 2022-02-28, 2023-02-28, 2024-02-29]");
        assertThat(sweep(YearMonth.class, "2020-11..2021-02"))
                .extracting(Object::toString)
                .containsExactly("2020-11", "2020-12", "2021-01", "2021-02");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            gbtd                  | gbtd is not one of gbdt, last-value, none, ensemble; did you mean gbdt?
            forest                | forest is not one of gbdt, last-value, none, ensemble
            gbdt(rate=low)        | rate: low is not a number such as 0.1
            gbdt(rte=1)           | rte: is no component of gbdt(rate=0.1,trees=100); did you mean rate?
            gbdt(rate=1,rate=2)   | rate: is given 2 times
            gbdt(rate=1           | gbdt(rate=1 expects ',' or ')' at its end
            gbdt(rate)            | gbdt(rate) expects component=value within '(' and ')'
            gbdt(rate=1) x        | gbdt(rate=1) x does not expect 'x'
            [gbdt]                | [gbdt] is not one of gbdt, last-value, none, ensemble
            "gbdt                 | "gbdt has a quote (") that is not closed
            ensemble              | members: is missing in ensemble(members=…,best=…); best: is missing in ensemble(members=…,best=…)
            """)
    void a_text_that_is_no_value_says_why(String text, String message) {
        assertThatThrownBy(() -> ALGORITHM.parse(text))
                .isInstanceOf(TextException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            4..1        | 4..1 is empty: 4 lies after 1
            1..9..0     | 1..9..0 needs a step that goes on
            1..9..x     | 1..9..x has the step 'x', which is not a number
            1..2..3..4  | 1..2..3..4 is not a range such as from..to or from..to..step
            1..99999    | 1..99999 has more than 10000 values
            1.5         | 1.5 is not a whole number of at most 32 bits, such as 53
            3000000000  | 3000000000 is not a whole number of at most 32 bits, such as 53
            1,          | "" is not a whole number of at most 32 bits, such as 53
            1..9..1.5   | 1..9..1.5 has the step '1.5', which leads to 2.5, and that is not a whole number of at most 32 bits, such as 53
            """)
    void a_sweep_that_is_not_right_says_why(String text, String message) {
        assertThatThrownBy(() -> sweep(int.class, text))
                .isInstanceOf(TextException.class)
                .hasMessage(message);
    }

    @Test
    void a_range_of_decimals_needs_a_step() {
        assertThatThrownBy(() -> sweep(double.class, "0..1")).hasMessage("0..1 needs a step, such as 0..1..0.1");
        assertThatThrownBy(() -> sweep(YearMonth.class, "2021-01..2021-02..P1D"))
                .hasMessage("2021-01..2021-02..P1D needs another step: Unsupported unit: Days");
        assertThatThrownBy(() -> sweep(LocalDate.class, "2021-01-04..2021-02-01..7"))
                .hasMessage("2021-01-04..2021-02-01..7 has the step '7', which is not a period such as P7D");
    }

    private static String print(Type type, Object value) {
        return ValueForm.of(type).print(value);
    }

    private static List<Object> sweep(Type type, String text) {
        return TextForm.sweep(ValueForm.of(type).kind(), text, Today.UNKNOWN);
    }
}
