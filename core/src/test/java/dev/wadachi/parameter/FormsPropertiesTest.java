package dev.wadachi.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.json.Json;
import dev.wadachi.json.Layout;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FormsPropertiesTest {

    private static final ValueForm FORM = ValueForm.of(Samples.Everything.class);

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void parsing_undoes_printing(@ForAll("values") Samples.Everything value) {
        assertThat(FORM.parse(FORM.print(value))).isEqualTo(value);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void reading_json_undoes_writing_it(@ForAll("values") Samples.Everything value) {
        byte[] bytes = FORM.write(value).bytes(Layout.PRETTY);

        assertThat(FORM.read(Json.parse(bytes))).isEqualTo(value);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void equal_values_have_equal_forms(@ForAll("values") Samples.Everything value) {
        Object equal = FORM.parse(FORM.print(value));

        assertThat(FORM.digest(equal)).isEqualTo(FORM.digest(value));
        assertThat(FORM.print(equal)).isEqualTo(FORM.print(value));
        assertThat(FORM.write(equal).compact()).isEqualTo(FORM.write(value).compact());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void different_values_have_different_forms(
            @ForAll("values") Samples.Everything one, @ForAll("values") Samples.Everything other) {
        boolean equal = one.equals(other);

        assertThat(FORM.digest(one).equals(FORM.digest(other))).isEqualTo(equal);
        assertThat(FORM.print(one).equals(FORM.print(other))).isEqualTo(equal);
        assertThat(FORM.write(one).equals(FORM.write(other))).isEqualTo(equal);
    }

    @Property(tries = 500)
    void a_text_alone_is_read_back_as_well(@ForAll("texts") String text) {
        ValueForm form = ValueForm.of(String.class);

        assertThat(form.parse(form.print(text))).isEqualTo(text);
    }

    @Provide
    Arbitrary<Samples.Everything> values() {
        return Samples.everything();
    }

    @Provide
    Arbitrary<String> texts() {
        return Samples.texts();
    }
}
