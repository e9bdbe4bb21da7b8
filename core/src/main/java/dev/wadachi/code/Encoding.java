package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes a row of values so that no two rows give the same bytes: every piece has a fixed width or its length before
/// it.
///
/// A [dev.wadachi.digest.Hasher] would do the same; a body has hundreds of small pieces, and one array is hashed in
/// a fraction of the time.
final class Encoding {

    private byte[] bytes = new byte[256];
    private int size;

    Encoding tag(int tag) {
        room(1);
        bytes[size++] = (byte) tag;
        return this;
    }

    Encoding number(int number) {
        room(Integer.BYTES);
        bytes[size++] = (byte) (number >>> 24);
        bytes[size++] = (byte) (number >>> 16);
        bytes[size++] = (byte) (number >>> 8);
        bytes[size++] = (byte) number;
        return this;
    }

    Encoding number(long number) {
        return number((int) (number >>> Integer.SIZE)).number((int) number);
    }

    /// Bytes that are unambiguous by themselves.
    Encoding bytes(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    Encoding text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return number(utf8.length).bytes(utf8);
    }

    Encoding digest(Digest digest) {
        return number(digest.a()).number(digest.b()).number(digest.c()).number(digest.d());
    }

    /// All that was written.
    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    /// The digest of all that was written; the row is empty again afterwards.
    Digest finish() {
        Digest digest = Digest.of(bytes());
        size = 0;
        return digest;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
