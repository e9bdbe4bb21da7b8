package dev.wadachi.store;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonWriter;
import dev.wadachi.json.Layout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/// A JSON object for people whose last member is the checksum of all bytes before it.
///
/// CRC-32C (RFC 3720) finds files that a power cut tore or zeroed, which is all that is asked of it, at a tenth of the
/// cost of a digest; 100,000 of these are read in a run.
final class SealedJson {

    private static final byte[] END = "\n}\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BEFORE = ",\n  \"checksum\": \"crc32c:".getBytes(StandardCharsets.UTF_8);
    private static final byte[] AFTER = "\"\n}\n".getBytes(StandardCharsets.UTF_8);
    private static final int DIGITS = 8;
    private static final int TAIL = BEFORE.length + DIGITS + AFTER.length;

    private SealedJson() {}

    /// The bytes of an object with its checksum.
    static byte[] seal(JsonObject object) {
        return seal(JsonWriter.of(Layout.PRETTY).value(object));
    }

    /// Adds the checksum to an object of at least one member that was written as pretty JSON.
    static byte[] seal(JsonWriter pretty) {
        byte[] sealed = pretty.bytes(TAIL - END.length);
        int body = sealed.length - TAIL;
        byte[] digits =
                HexFormat.of().toHexDigits(checksum(sealed, body), DIGITS).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(BEFORE, 0, sealed, body, BEFORE.length);
        System.arraycopy(digits, 0, sealed, body + BEFORE.length, DIGITS);
        System.arraycopy(AFTER, 0, sealed, body + BEFORE.length + DIGITS, AFTER.length);
        return sealed;
    }

    /// The object in these bytes, or empty if they are not all and only what was sealed.
    static Optional<JsonObject> open(byte[] sealed) {
        if (!isIntact(sealed)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.parse(sealed).asObject());
        } catch (JsonException notOurs) {
            return Optional.empty();
        }
    }

    /// Whether the bytes are all and only what was sealed.
    static boolean isIntact(byte[] sealed) {
        int body = sealed.length - TAIL;
        int digits = body + BEFORE.length;
        if (body < 1
                || !Arrays.equals(sealed, body, digits, BEFORE, 0, BEFORE.length)
                || !Arrays.equals(sealed, digits + DIGITS, sealed.length, AFTER, 0, AFTER.length)) {
            return false;
        }
        byte[] expected =
                HexFormat.of().toHexDigits(checksum(sealed, body), DIGITS).getBytes(StandardCharsets.US_ASCII);
        return Arrays.equals(sealed, digits, digits + DIGITS, expected, 0, DIGITS);
    }

    static long checksum(byte[] bytes, int length) {
        var checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return checksum.getValue();
    }
}
