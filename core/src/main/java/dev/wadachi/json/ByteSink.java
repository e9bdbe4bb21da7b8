package dev.wadachi.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Bytes that grow, chunk by chunk, so that a long text is never copied to make room. `ByteArrayOutputStream` would
/// lock for every byte.
final class ByteSink {

    private static final int SHORTEST_CHUNK = 512;
    private static final int LONGEST_CHUNK = 1 << 20;

    private final List<ByteBuffer> full = new ArrayList<>(0);
    private int before;
    private byte[] bytes = new byte[SHORTEST_CHUNK];
    private int size;

    void ascii(char c) {
        room(1);
        bytes[size++] = (byte) c;
    }

    @SuppressWarnings("deprecation") // getBytes(int, int, byte[], int) drops high bytes: right, and fast, for ASCII
    void ascii(String text) {
        room(text.length());
        text.getBytes(0, text.length(), bytes, size);
        size += text.length();
    }

    void utf8(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    int size() {
        return Math.addExact(before, size);
    }

    /// All bytes, and so much room behind them.
    byte[] bytes(int room) {
        ByteBuffer all = ByteBuffer.allocate(Math.addExact(size(), room));
        full.forEach(chunk -> all.put(chunk.duplicate()));
        return all.put(bytes, 0, size).array();
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            full.add(ByteBuffer.wrap(bytes, 0, size));
            before = size();
            bytes = new byte[Math.max(Math.min(2 * bytes.length, LONGEST_CHUNK), more)];
            size = 0;
        }
    }
}
