package dev.wadachi.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    /// The first example of RFC 8259, section 13.
    private static final String IMAGE = """
        {
          "Image": {
              "Width":  800,
              "Height": 600,
              "Title":  "View from 15th Floor",
              "Thumbnail": {
                  "Url":    "http://www.example.com/image/481989943",
                  "Height": 125,
                  "Width":  100
              },
              "Animated" : false,
              "IDs": [116, 943, 234, 38793]
            }
        }
        """;

    @Test
    void the_example_of_the_specification_is_read() {
        JsonObject image = Json.parse(IMAGE).asObject().object("Image");

        assertThat(image.number("Width")).isEqualTo(800);
        assertThat(image.text("Title")).isEqualTo("View from 15th Floor");
        assertThat(image.object("Thumbnail").number("Height")).isEqualTo(125);
        assertThat(image.flag("Animated")).isFalse();
        assertThat(image.array("IDs").get(3).asNumber().asInt()).isEqualTo(38_793);
    }

    @Test
    void the_examples_of_the_documentation_hold() {
        JsonObject trace = Json.parse("{\"task\": \"Train\", \"wall\": 0.8}").asObject();
        String task = trace.text("task");
        byte[] again = trace.bytes(Layout.PRETTY);

        assertThat(task).isEqualTo("Train");
        assertThat(Json.parse(again)).isEqualTo(trace);

        byte[] bytes = JsonWriter.of(Layout.COMPACT)
                .beginObject()
                .name("rows")
                .value(73_100)
                .name("sorted")
                .value(true)
                .endObject()
                .bytes();

        assertThat(new String(bytes, UTF_8)).isEqualTo("{\"rows\":73100,\"sorted\":true}");
    }

    @Test
    void members_keep_their_order_in_both_layouts() {
        Json json = Json.parse("{\"b\": [1, {}], \"a\": [], \"c\": null}");

        assertThat(json.compact()).isEqualTo("{\"b\":[1,{}],\"a\":[],\"c\":null}");
        assertThat(json.pretty()).isEqualTo("""
            {
              "b": [
                1,
                {}
              ],
              "a": [],
              "c": null
            }
            """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "1.00", "1E+3", "-0.0", "123456789012345678901234567890.5", "1e-400"})
    void a_number_keeps_its_text(String number) {
        assertThat(Json.parse(number).compact()).isEqualTo(number);
        assertThat(Json.parse(number).asNumber().asBigDecimal()).isEqualTo(new BigDecimal(number));
    }

    @Test
    void every_escape_of_the_specification_is_understood() {
        assertThat(Json.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u8ECC\\ud834\\udd1e\"")
                        .asText())
                .isEqualTo("\"\\/\b\f\n\r\t軌𝄞");
    }

    @Test
    void an_unpaired_surrogate_survives_as_an_escape() {
        String unpaired = "a\ud800b\udc00";

        byte[] bytes = Json.of(unpaired).bytes(Layout.COMPACT);

        assertThat(new String(bytes, UTF_8)).isEqualTo("\"a\\ud800b\\udc00\"");
        assertThat(Json.parse(bytes).asText()).isEqualTo(unpaired);
    }

    @Test
    void a_replacement_character_is_text_like_any_other() {
        assertThat(Json.parse("\"\uFFFD\"".getBytes(UTF_8)).asText()).isEqualTo("\uFFFD");
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        assertThatThrownBy(() -> Json.parse(new byte[] {'"', (byte) 0xC3, '"'}))
                .hasMessage("The bytes are not UTF-8; is the file JSON at all, and whole?");
    }

    @Test
    void a_thousand_levels_are_read_and_one_more_is_refused() {
        String thousand = "[".repeat(1_000) + "]".repeat(1_000);

        assertThat(Json.parse(thousand).compact()).isEqualTo(thousand);
        assertThatThrownBy(() -> Json.parse("[" + thousand + "]"))
                .isInstanceOf(JsonException.class)
                .hasMessage("More than 1000 objects and arrays lie within one another at line 1, column 1001.");
    }

    @Test
    void objects_of_many_members_are_searched_and_compared_like_small_ones() {
        JsonObjectBuilder upwards = JsonObject.builder();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            names.add("member" + i);
            upwards.put("member" + i, i);
        }
        JsonObjectBuilder downwards = JsonObject.builder();
        names.reversed().forEach(name -> downwards.put(name, Long.parseLong(name.substring(6))));
        JsonObject object = upwards.build();

        assertThat(object.number("member73")).isEqualTo(73);
        assertThat(object.find("member100")).isEmpty();
        assertThat(object).isEqualTo(downwards.build()).hasSameHashCodeAs(downwards.build());
        assertThat(object.members().reversed().firstEntry().getKey()).isEqualTo("member99");
    }

    @Test
    void members_cannot_be_changed_from_outside() {
        JsonObject object = JsonObject.builder().put("a", 1).build();

        assertThatThrownBy(() -> object.members().put("b", JsonNull.NULL))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void the_writer_refuses_calls_that_would_not_make_json() {
        assertThatThrownBy(() -> JsonWriter.of(Layout.COMPACT).beginObject().value(1))
                .hasMessage("A value in an object needs a name.");
        assertThatThrownBy(() -> JsonWriter.of(Layout.COMPACT).beginArray().name("a"))
                .hasMessage("The name 'a' stands where a value is due.");
        assertThatThrownBy(() -> JsonWriter.of(Layout.COMPACT).value(1).value(2))
                .hasMessage("A document has one value.");
        assertThatThrownBy(() -> JsonWriter.of(Layout.COMPACT).beginArray().endObject())
                .hasMessage("'}' closes nothing that is open.");
        assertThatThrownBy(() -> JsonWriter.of(Layout.COMPACT).beginArray().bytes())
                .hasMessage("1 objects or arrays are still open.");
    }
}
