package dev.wadachi.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Decodes UTF-8 and refuses what is malformed, at the speed of the JDK's lenient decoder.
final class Utf8 {

    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    static String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // The lenient decoder puts U+FFFD for what is malformed. Where there is one, the strict decoder, which is
        // slower, tells whether it stood in the bytes.
        return text.indexOf(REPLACEMENT) < 0 ? text : strictly(bytes);
    }

    private static String strictly(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new JsonException("The bytes are not UTF-8; is the file JSON at all, and whole?");
        }
    }
}
