package dev.wadachi.codec;

import dev.wadachi.task.Codec;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.Scratch;
import dev.wadachi.task.Stored;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Text as its UTF-8, and nothing else: line ends stay as they are.
record TextCodec() implements Codec<String> {

    @Override
    public Class<String> type() {
        return String.class;
    }

    @Override
    public String id() {
        return "text";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Encoded encode(String value, Scratch scratch) {
        try {
            ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
            byte[] bytes = new byte[utf8.remaining()];
            utf8.get(bytes);
            return new Encoded.Bytes(bytes);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "A text with half a character (an unpaired surrogate) has no UTF-8; repair it, or store it within a record.",
                    e);
        }
    }

    @Override
    public String decode(Stored stored) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Whole.bytes(stored, id())))
                .toString();
    }
}
