package dev.wadachi.digest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Writes a row of values down so that no two different rows give the same bytes, and digests them.
///
/// Each value is a type tag, a length where it varies, and its bytes; so `text("ab").text("c")` and
/// `text("a").text("bc")` differ. Meant for descriptions; for data use [Digest#ofFile(java.nio.file.Path)].
/// Not thread-safe: used by one thread and thrown away.
///
/// @param hash the computation under way
/// @param held what was added and is not hashed yet: many small values are hashed faster together
public record Hasher(MessageDigest hash, ByteBuffer held) {

    private static final int HELD = 1024;

    /// An empty row.
    public static Hasher create() {
        return new Hasher(Sha256.get(), ByteBuffer.allocate(HELD));
    }

    /// Adds a text.
    public Hasher text(String text) {
        return tagged('T', text.getBytes(StandardCharsets.UTF_8));
    }

    /// Adds a whole number.
    public Hasher number(long number) {
        return tag('N', Long.BYTES).raw(number);
    }

    /// Adds bytes.
    public Hasher bytes(byte[] bytes) {
        return tagged('B', bytes);
    }

    /// Adds another digest.
    public Hasher digest(Digest digest) {
        return tag('D', Digest.BYTES)
                .raw(digest.a())
                .raw(digest.b())
                .raw(digest.c())
                .raw(digest.d());
    }

    /// The digest of all that was added; the hasher is empty again afterwards.
    public Digest finish() {
        flush();
        return Digest.ofBytes(hash.digest());
    }

    private Hasher tagged(char tag, byte[] bytes) {
        tag(tag, Long.BYTES).raw(bytes.length);
        if (bytes.length > held.remaining()) {
            flush();
        }
        if (bytes.length > held.remaining()) {
            hash.update(bytes);
        } else {
            held.put(bytes);
        }
        return this;
    }

    /// Adds a tag, and sees to it that there is room for so many bytes behind it.
    private Hasher tag(char tag, int room) {
        if (1 + room > held.remaining()) {
            flush();
        }
        held.put((byte) tag);
        return this;
    }

    private Hasher raw(long number) {
        held.putLong(number);
        return this;
    }

    private void flush() {
        hash.update(held.flip());
        held.clear();
    }
}
