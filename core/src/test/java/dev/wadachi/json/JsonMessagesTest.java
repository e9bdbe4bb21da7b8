package dev.wadachi.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonMessagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ``                  | Expected a value, but found the end of the text at line 1, column 1.
        {"a": 1             | Expected ',' or '}', but found the end of the text at line 1, column 8.
        {"a": 1,}           | Expected a member's name in quotes, but found '}' at line 1, column 9.
        {a: 1}              | Expected a member's name in quotes, but found 'a' at line 1, column 2.
        {"a" 1}             | Expected ':', but found '1' at line 1, column 6.
        {"a": 1, "a": 2}    | The member 'a' stands here a second time at line 1, column 10.
        [1, 2,]             | Expected a value, but found ']' at line 1, column 7.
        [1 2]               | Expected ',' or ']', but found '2' at line 1, column 4.
        [1] 2               | Expected the end of the text, but found '2' at line 1, column 5.
        tru                 | Expected a value, but found 't' at line 1, column 1.
        01                  | Expected a value, but found '0' at line 1, column 1.
        1.                  | Expected a value, but found '1' at line 1, column 1.
        .5                  | Expected a value, but found '.' at line 1, column 1.
        NaN                 | Expected a value, but found 'N' at line 1, column 1.
        "軌                 | Expected '"' at the end of a string, but found the end of the text at line 1, column 3.
        "\\x"               | Expected one of " \\ / b f n r t u after a backslash, but found 'x' at line 1, column 3.
        "\\u12G4"           | Expected four hexadecimal digits after \\u, but found 'G' at line 1, column 6.
        """)
    void malformed_text_is_refused_with_its_place(String text, String message) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(JsonException.class)
                .hasMessage(message);
    }

    @Test
    void the_place_counts_lines() {
        assertThatThrownBy(() -> Json.parse("{\n  \"a\": 1,\n  \"b\"\t2\n}"))
                .hasMessage("Expected ':', but found '2' at line 3, column 7.");
        assertThatThrownBy(() -> Json.parse("\"a\nb\""))
                .hasMessage("A control character (U+000A) must be escaped in a string at line 1, column 3.");
    }

    @Test
    void a_member_that_is_missing_or_of_another_kind_is_named() {
        JsonObject trace = Json.parse("{\"task\": \"Train\", \"wall\": 0.8}").asObject();

        assertThatThrownBy(() -> trace.text("key")).hasMessage("There is no member 'key' among [task, wall].");
        assertThatThrownBy(() -> trace.number("task"))
                .hasMessage("Expected a number as member 'task', but found the string \"Train\".");
        assertThatThrownBy(() -> trace.number("wall"))
                .hasMessage("Expected a whole number of at most 64 bits, but found 0.8.");
        assertThatThrownBy(trace::asArray)
                .hasMessage("Expected an array, but found an object with the members [task, wall].");
    }
}
