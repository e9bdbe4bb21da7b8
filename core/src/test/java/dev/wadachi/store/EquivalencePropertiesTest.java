package dev.wadachi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class EquivalencePropertiesTest {

    @Property(tries = 40)
    void accepts_make_an_equivalence(
            @ForAll @Size(max = 6) List<@StringLength(2) @CharRange(from = 'a', to = 'e') String> pairs)
            throws IOException {
        Path folder = Files.createTempDirectory("accepts");
        try (Store store = Store.open(folder)) {
            for (String pair : pairs) {
                if (pair.charAt(0) != pair.charAt(1)) {
                    store.accepts().accept(accept(pair.substring(0, 1), pair.substring(1)));
                }
            }
            for (String value : List.of("a", "b", "c", "d", "e")) {
                Set<String> whole = classOf(value, store);
                for (String other : whole) {
                    assertThat(classOf(other, store)).isEqualTo(whole);
                }
            }
        } finally {
            Trees.delete(folder);
        }
    }

    private static Set<String> classOf(String value, Store store) {
        var whole = new HashSet<>(store.accepts().equivalents("Train", "code", value));
        assertThat(whole).doesNotContain(value);
        whole.add(value);
        return whole;
    }

    private static Accept accept(String from, String to) {
        return new Accept("Train", "code", from, to, "same", "user", Instant.parse("2026-11-04T09:30:12Z"));
    }
}
