package dev.wadachi.codec;

import dev.wadachi.task.Codec;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.Scratch;
import dev.wadachi.task.Stored;
import java.io.IOException;

/// Bytes as they are.
record BytesCodec() implements Codec<byte[]> {

    @Override
    public Class<byte[]> type() {
        return byte[].class;
    }

    @Override
    public String id() {
        return "bytes";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Encoded encode(byte[] value, Scratch scratch) {
        return new Encoded.Bytes(value.clone());
    }

    @Override
    public byte[] decode(Stored stored) throws IOException {
        return Whole.bytes(stored, id()).clone();
    }
}
