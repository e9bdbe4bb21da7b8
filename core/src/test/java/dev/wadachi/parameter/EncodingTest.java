package dev.wadachi.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.task.Added;
import dev.wadachi.task.Insignificant;
import dev.wadachi.task.Name;
import dev.wadachi.task.Was;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EncodingTest {

    enum Level {
        LOW
    }

    record Point(int y, int x) {}

    /// Written out by hand: a change here reruns everything that anybody ever ran.
    @Test
    void the_bytes_never_change() {
        assertThat(hex(int.class, 53)).isEqualTo("34" + "00000035");
        assertThat(hex(double.class, 0.5)).isEqualTo("64" + "3fe0000000000000");
        assertThat(hex(boolean.class, true)).isEqualTo("62" + "01");
        assertThat(hex(String.class, "轍")).isEqualTo("73" + "38" + "00000003" + "e8bd8d");
        assertThat(hex(LocalDate.class, LocalDate.of(2021, 8, 2)))
                .isEqualTo("44" + "38" + "0000000a" + ascii("2021-08-02"));
        assertThat(hex(BigDecimal.class, new BigDecimal("-1.0"))).isEqualTo("6d" + "00000001" + "f6" + "00000001");
        assertThat(hex(Level.class, Level.LOW))
                .isEqualTo("45" + "38" + "00000005" + ascii("Level") + "38" + "00000003" + ascii("LOW"));
        assertThat(hex(Types.generic(Optional.class, Integer.class), Optional.empty()))
                .isEqualTo("3f" + "00");
        assertThat(hex(Types.generic(List.class, Integer.class), List.of(2, 1)))
                .isEqualTo("5b" + "00000002" + "3400000002" + "3400000001");
        assertThat(hex(Types.generic(Set.class, Integer.class), new LinkedHashSet<>(List.of(2, 1))))
                .isEqualTo("7b" + "00000002" + "3400000001" + "3400000002");
        assertThat(hex(Types.generic(Map.class, Integer.class, Boolean.class), Map.of(2, true, 1, false)))
                .isEqualTo("3a" + "00000002" + "3400000001" + "6200" + "3400000002" + "6201");
        assertThat(hex(Point.class, new Point(1, 2)))
                .isEqualTo("52" + "38" + "00000005" + ascii("Point") + "00000002" + "38" + "00000001" + ascii("x")
                        + "3400000002" + "38" + "00000001" + ascii("y") + "3400000001");
    }

    @Test
    void numbers_are_told_apart_as_their_equals_does() {
        assertThat(hex(double.class, -0.0)).isNotEqualTo(hex(double.class, 0.0));
        assertThat(hex(double.class, Double.longBitsToDouble(0x7ff8000000000001L)))
                .isEqualTo(hex(double.class, Double.NaN));
        assertThat(hex(float.class, Float.intBitsToFloat(0x7fc00001))).isEqualTo(hex(float.class, Float.NaN));
        assertThat(hex(BigDecimal.class, new BigDecimal("1.0")))
                .isNotEqualTo(hex(BigDecimal.class, new BigDecimal("1.00")));
        assertThat(hex(int.class, 1)).isNotEqualTo(hex(long.class, 1L)).isEqualTo(hex(Integer.class, 1));
    }

    @Test
    void half_characters_are_told_apart() {
        assertThat(hex(String.class, "\ud800"))
                .isNotEqualTo(hex(String.class, "\ud801"))
                .isNotEqualTo(hex(String.class, "?"));
    }

    sealed interface Model permits Boosting, Renamed {}

    record Boosting(double rate) implements Model {}

    @Was("Forest")
    @Name("trees")
    record Renamed(
            @Was("count") int trees,
            @Added("none") Optional<Integer> depth,
            @Insignificant int threads) implements Model {}

    record Forest(int count) {}

    @Test
    void a_renamed_variant_with_renamed_added_and_insignificant_components_is_encoded_as_before() {
        byte[] before = Encoding.of(ValueForm.of(Forest.class).kind(), new Forest(7));

        assertThat(Encoding.of(ValueForm.of(Model.class).kind(), new Renamed(7, Optional.empty(), 4)))
                .isEqualTo(before);
        assertThat(Encoding.of(ValueForm.of(Model.class).kind(), new Renamed(7, Optional.of(3), 4)))
                .isNotEqualTo(before);
    }

    record Chain(List<Chain> next) {}

    @Test
    void a_value_that_nests_too_deep_is_refused_and_not_a_stack_overflow() {
        Chain chain = new Chain(List.of());
        for (int i = 0; i < 50_000; i++) {
            chain = new Chain(List.of(chain));
        }
        Chain deep = chain;

        assertThatThrownBy(() -> ValueForm.of(Chain.class).digest(deep))
                .isInstanceOf(RefusedException.class)
                .hasMessageEndingWith(
                        " nests deeper than 500 levels; write a List of its parts instead of a chain of records.");
        assertThatThrownBy(() -> ValueForm.of(Chain.class).write(deep))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(" nests deeper than ");
    }

    @Test
    void a_null_deep_inside_is_named_by_its_place() {
        @SuppressWarnings("NullAway") // as a user without nullness checks would write it
        Samples.Pair<String, Optional<Samples.Algorithm>> pair = new Samples.Pair<>(null, Optional.empty());
        Samples.Algorithm ensemble = new Samples.Algorithm.Ensemble(
                new ArrayList<>(Arrays.asList(new Samples.Algorithm.None(), null)),
                new Samples.Pair<>("best", Optional.empty()));
        ValueForm form = ValueForm.of(Samples.Algorithm.class);

        assertThatThrownBy(() -> form.digest(ensemble))
                .hasMessage(
                        "Algorithm.members[1] is null; write Optional and Optional.empty() for what may be absent.");
        assertThatThrownBy(() -> form.write(new Samples.Algorithm.Ensemble(List.of(), pair)))
                .hasMessage(
                        "Algorithm.best.first is null; write Optional and Optional.empty() for what may be absent.");
    }

    record Row(String first, String second, List<String> list, Optional<String> optional, Map<String, String> map) {}

    /// Texts of at most two letters over an alphabet of two: collisions would show at once.
    @Property(tries = 1_000)
    void rows_of_short_texts_never_run_into_one_another(@ForAll("rows") Row one, @ForAll("rows") Row other) {
        Kind kind = ValueForm.of(Row.class).kind();

        assertThat(Arrays.equals(Encoding.of(kind, one), Encoding.of(kind, other)))
                .isEqualTo(one.equals(other));
        assertThat(TextForm.print(kind, one).equals(TextForm.print(kind, other)))
                .isEqualTo(one.equals(other));
    }

    @Provide
    Arbitrary<Row> rows() {
        Arbitrary<String> texts = Arbitraries.strings().withChars("a,").ofMaxLength(2);
        return Combinators.combine(
                        texts,
                        texts,
                        texts.list().ofMaxSize(2),
                        texts.optional(),
                        Arbitraries.maps(texts, texts).ofMaxSize(2))
                .as(Row::new);
    }

    private static String hex(Type type, Object value) {
        return HexFormat.of().formatHex(Encoding.of(ValueForm.of(type).kind(), value));
    }

    private static String ascii(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
