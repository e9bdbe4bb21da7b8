package dev.wadachi.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonPropertiesTest {

    @Property(tries = 200)
    void reading_undoes_writing(@ForAll("documents") Json document, @ForAll Layout layout) {
        assertThat(Json.parse(document.bytes(layout))).isEqualTo(document);
    }

    @Property(tries = 200)
    void writing_twice_gives_equal_bytes(@ForAll("documents") Json document, @ForAll Layout layout) {
        byte[] bytes = document.bytes(layout);

        assertThat(Json.parse(bytes).bytes(layout)).isEqualTo(bytes);
    }

    @Property(tries = 200)
    void a_double_comes_back_bit_by_bit(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            assertThat(Json.parse(Json.of(value).compact()).asNumber().asDouble())
                    .isEqualTo(value);
        }
    }

    @Property(tries = 200)
    void cut_text_is_refused_or_read_but_never_breaks_the_reader(@ForAll("documents") Json document, @ForAll int cut) {
        String text = document.compact();
        String head = text.substring(0, Math.floorMod(cut, text.length() + 1));
        try {
            assertThat(Json.parse(head)).isNotNull();
        } catch (JsonException refused) {
            assertThat(refused).hasMessageContaining("at line 1, column");
        }
    }

    @Provide
    Arbitrary<Json> documents() {
        return documents(3);
    }

    private static Arbitrary<Json> documents(int levels) {
        Arbitrary<Json> leaves = Arbitraries.oneOf(List.of(
                Arbitraries.strings().map(JsonString::new),
                Arbitraries.longs().map(Json::of),
                Arbitraries.doubles().map(Json::of),
                Arbitraries.bigDecimals().map(JsonNumber::of),
                Arbitraries.of(JsonBoolean.TRUE, JsonBoolean.FALSE, JsonNull.NULL)));
        if (levels == 0) {
            return leaves;
        }
        Arbitrary<Json> inner = documents(levels - 1);
        Arbitrary<Json> arrays = inner.list().ofMaxSize(4).map(JsonArray::new);
        Arbitrary<Json> objects = Arbitraries.maps(Arbitraries.strings().ofMaxLength(5), inner)
                .ofMaxSize(20)
                .map((Map<String, Json> members) -> new JsonObject(new LinkedHashMap<>(members)));
        return Arbitraries.oneOf(List.of(leaves, arrays, objects));
    }
}
