package dev.wadachi.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SealedJsonTest {

    private static final JsonObject OBJECT =
            JsonObject.builder().put("task", "Train").put("number", 9).build();
    private static final byte[] SEALED = SealedJson.seal(OBJECT);

    @Test
    void the_checksum_is_the_last_member_for_all_to_see() {
        String body = "{\n  \"task\": \"Train\",\n  \"number\": 9";

        assertThat(new String(SEALED, StandardCharsets.UTF_8))
                .startsWith(body)
                .matches("(?s).*,\n  \"checksum\": \"crc32c:[0-9a-f]{8}\"\n}\n");
        assertThat(SealedJson.open(SEALED).orElseThrow().text("task")).isEqualTo("Train");
    }

    @Test
    void the_checksum_is_that_of_the_iscsi_specification() {
        // RFC 3720, B.4: 32 bytes of zeroes give aa 36 91 8a, least significant byte first.
        assertThat(SealedJson.checksum(new byte[32], 32)).isEqualTo(0x8a9136aaL);
    }

    @Property
    void whatever_is_cut_off_is_found_out(@ForAll @IntRange(max = 80) int length) {
        byte[] torn = Arrays.copyOf(SEALED, Math.min(length, SEALED.length - 1));

        assertThat(SealedJson.open(torn)).isEmpty();
    }

    @Property
    void whatever_a_power_cut_zeroes_is_found_out(@ForAll @IntRange(max = 80) int from) {
        byte[] zeroed = SEALED.clone();
        Arrays.fill(zeroed, Math.min(from, SEALED.length - 1), SEALED.length, (byte) 0);

        assertThat(SealedJson.open(zeroed)).isEmpty();
    }

    @Property
    void a_single_changed_bit_is_found_out(@ForAll @IntRange(max = 79) int at, @ForAll @IntRange(max = 7) int bit) {
        byte[] changed = SEALED.clone();
        changed[at % SEALED.length] ^= (byte) (1 << bit);

        assertThat(SealedJson.open(changed)).isEmpty();
    }
}
