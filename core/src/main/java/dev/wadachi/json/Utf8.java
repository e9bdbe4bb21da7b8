package dev.wadachi.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Encodes and decodes UTF-8 and refuses what is malformed, at the speed of the JDK's lenient decoder.
final class Utf8 {

    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    static String decode(byte[] bytes, int start, int end) {
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        // The lenient decoder puts U+FFFD for what is malformed. Where there is one, the strict decoder, which is
        // slower, tells whether it stood in the bytes.
        return text.indexOf(REPLACEMENT) < 0 ? text : strictly(ByteBuffer.wrap(bytes, start, end - start));
    }

    private static String strictly(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new JsonException("The bytes are not UTF-8; is the file JSON at all, and whole?");
        }
    }

    static byte[] encode(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new JsonException(
                    "The text has half of a surrogate pair, which UTF-8 cannot hold; escape it (\\ud800).");
        }
    }
}
