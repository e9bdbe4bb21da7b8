package dev.wadachi.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Writes a row of values down so that no two different rows give the same bytes, and digests them.
///
/// Each value is a type tag, a length where it varies, and its bytes; so `text("ab").text("c")` and
/// `text("a").text("bc")` differ. Meant for descriptions; for data use [Digest#ofFile(java.nio.file.Path)].
/// Not thread-safe: used by one thread and thrown away.
///
/// @param hash the computation under way
public record Hasher(MessageDigest hash) {

    /// An empty row.
    public static Hasher create() {
        return new Hasher(Sha256.get());
    }

    /// Adds a text.
    public Hasher text(String text) {
        return tagged('T', text.getBytes(StandardCharsets.UTF_8));
    }

    /// Adds a whole number.
    public Hasher number(long number) {
        hash.update((byte) 'N');
        return raw(number);
    }

    /// Adds bytes.
    public Hasher bytes(byte[] bytes) {
        return tagged('B', bytes);
    }

    /// Adds another digest.
    public Hasher digest(Digest digest) {
        hash.update((byte) 'D');
        return raw(digest.a()).raw(digest.b()).raw(digest.c()).raw(digest.d());
    }

    /// The digest of all that was added; the hasher is empty again afterwards.
    public Digest finish() {
        return Digest.ofBytes(hash.digest());
    }

    private Hasher tagged(char tag, byte[] bytes) {
        hash.update((byte) tag);
        raw(bytes.length);
        hash.update(bytes);
        return this;
    }

    private Hasher raw(long number) {
        byte[] bytes = new byte[Long.BYTES];
        for (int i = 0; i < Long.BYTES; i++) {
            bytes[i] = (byte) (number >>> (Long.SIZE - Byte.SIZE * (i + 1)));
        }
        hash.update(bytes);
        return this;
    }
}
