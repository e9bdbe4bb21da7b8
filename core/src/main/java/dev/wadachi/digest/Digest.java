package dev.wadachi.digest;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The SHA-256 hash (FIPS 180-4) of some bytes: equal bytes, equal digest, on every machine.
///
/// Held as four longs, big-endian, so that a hundred thousand of them stay small. Immutable and thread-safe.
///
/// @param a bytes 0–7
/// @param b bytes 8–15
/// @param c bytes 16–23
/// @param d bytes 24–31
public record Digest(long a, long b, long c, long d) implements Comparable<Digest> {

    /// Number of bytes in a digest.
    public static final int BYTES = 32;

    private static final int HEX = 2 * BYTES;
    private static final int SHORT_HEX = 12;
    private static final int CHUNK = 1 << 16;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /// The digest of these bytes.
    public static Digest of(byte[] bytes) {
        return ofBytes(Sha256.get().digest(bytes));
    }

    /// The digest of this text's UTF-8 bytes.
    public static Digest of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The digest of a file's contents, read in chunks: memory stays small however large the file is.
    ///
    /// @throws IOException if the file cannot be read to its end
    public static Digest ofFile(Path file) throws IOException {
        MessageDigest hash = Sha256.get();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(chunk) >= 0) {
                hash.update(chunk.flip());
                chunk.clear();
            }
        }
        return ofBytes(hash.digest());
    }

    /// Reads the 64 hexadecimal digits that [#hex()] wrote.
    ///
    /// @throws IllegalArgumentException if the text is anything else
    public static Digest parse(CharSequence hex) {
        if (hex.length() != HEX) {
            throw new IllegalArgumentException(
                    "a digest has " + HEX + " hexadecimal digits, but this has " + hex.length() + ": '" + hex + "'");
        }
        try {
            return new Digest(
                    HexFormat.fromHexDigitsToLong(hex, 0, 16),
                    HexFormat.fromHexDigitsToLong(hex, 16, 32),
                    HexFormat.fromHexDigitsToLong(hex, 32, 48),
                    HexFormat.fromHexDigitsToLong(hex, 48, 64));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a digest has hexadecimal digits only, but this is '" + hex + "'", e);
        }
    }

    static Digest ofBytes(byte[] hash) {
        return new Digest((long) LONGS.get(hash, 0), (long) LONGS.get(hash, 8), (long) LONGS.get(hash, 16), (long)
                LONGS.get(hash, 24));
    }

    /// The 32 bytes.
    public byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        LONGS.set(bytes, 0, a);
        LONGS.set(bytes, 8, b);
        LONGS.set(bytes, 16, c);
        LONGS.set(bytes, 24, d);
        return bytes;
    }

    /// All 64 hexadecimal digits, lower case: the name under which files are kept.
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    /// The first 12 digits, for people.
    public String shortHex() {
        return hex().substring(0, SHORT_HEX);
    }

    @Override
    public int compareTo(Digest other) {
        int byA = Long.compareUnsigned(a, other.a);
        int byB = byA != 0 ? byA : Long.compareUnsigned(b, other.b);
        int byC = byB != 0 ? byB : Long.compareUnsigned(c, other.c);
        return byC != 0 ? byC : Long.compareUnsigned(d, other.d);
    }

    @Override
    public String toString() {
        return hex();
    }

    /// Written out: what the compiler would put here is linked when it is first called, and runs slowly until then.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Digest digest && a == digest.a && b == digest.b && c == digest.c && d == digest.d;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(a);
    }
}
