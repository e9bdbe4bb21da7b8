package dev.wadachi.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that grow. `ByteArrayOutputStream` would lock for every byte.
final class ByteSink {

    private byte[] bytes = new byte[512];
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

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    byte[] bytesAnd(char last) {
        byte[] copy = Arrays.copyOf(bytes, size + 1);
        copy[size] = (byte) last;
        return copy;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
