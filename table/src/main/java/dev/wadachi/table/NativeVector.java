package dev.wadachi.table;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.wadachi.table.DuckDbLibrary.Action;
import dev.wadachi.table.DuckDbLibrary.Part;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A vector of DuckDB as it lies in memory, to be filled from place 0 on with up to [#ROWS] values. Not thread-safe.
///
/// A text is 16 bytes: its length, and then the text itself if it takes at most 12, else its first four bytes and where
/// the rest is, which DuckDB writes itself. Missing values have a 0 in a mask of one bit each.
final class NativeVector {
    /// What a vector holds (`STANDARD_VECTOR_SIZE`).
    static final int ROWS = 2048;

    private static final int TEXT = 16;
    private static final int INLINE = 12;

    private static final Part DATA = new Part("duckdb_vector_get_data");
    private static final Part VALIDITY = new Part("duckdb_vector_get_validity");
    private static final Action ENSURE_VALIDITY = Action.plain("duckdb_vector_ensure_validity_writable");
    private static final Action ASSIGN_TEXT = Action.withBytesAt("duckdb_vector_assign_string_element_len");

    private final MemorySegment vector;
    private final MemorySegment data;
    private final Bytes bytes;

    /// Room for the bytes of one text, shared by the vectors of one thread.
    static final class Bytes {
        private final byte[] inline = new byte[INLINE];
        private final Arena arena;
        private MemorySegment room = MemorySegment.NULL;

        Bytes(Arena arena) {
            this.arena = arena;
        }

        MemorySegment of(byte[] text) {
            if (room.byteSize() < text.length) {
                room = arena.allocate(2L * text.length);
            }
            MemorySegment.copy(text, 0, room, JAVA_BYTE, 0, text.length);
            return room;
        }
    }

    @SuppressWarnings("restricted") // a vector is as long as this; nothing takes more than a text
    NativeVector(MemorySegment vector, Bytes bytes) {
        this.vector = vector;
        this.data = DATA.of(vector).reinterpret((long) ROWS * TEXT);
        this.bytes = bytes;
    }

    void ints(int[] values, int from, int count) {
        MemorySegment.copy(values, from, data, JAVA_INT, 0, count);
    }

    void longs(long[] values, int from, int count) {
        MemorySegment.copy(values, from, data, JAVA_LONG, 0, count);
    }

    void floats(float[] values, int from, int count) {
        MemorySegment.copy(values, from, data, JAVA_FLOAT, 0, count);
    }

    void doubles(double[] values, int from, int count) {
        MemorySegment.copy(values, from, data, JAVA_DOUBLE, 0, count);
    }

    void truth(int place, boolean value) {
        data.set(JAVA_BYTE, place, (byte) (value ? 1 : 0));
    }

    void number(int place, int value) {
        data.setAtIndex(JAVA_INT, place, value);
    }

    void text(int place, String text) {
        int length = text.length();
        if (length <= INLINE && isAscii(text)) {
            long at = (long) place * TEXT;
            data.set(JAVA_INT, at, length);
            MemorySegment.copy(bytes.inline, 0, data, JAVA_BYTE, at + Integer.BYTES, INLINE);
        } else {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            ASSIGN_TEXT.on(vector, place, bytes.of(utf8), utf8.length);
        }
    }

    /// Puts the text into the inline bytes on the way; what is behind its end is 0.
    private boolean isAscii(String text) {
        int length = text.length();
        int all = 0;
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            all |= letter;
            bytes.inline[i] = (byte) letter;
        }
        Arrays.fill(bytes.inline, length, INLINE, (byte) 0);
        return all < 0x80;
    }

    @SuppressWarnings("restricted") // a mask has a bit for each row
    void missing(int place) {
        ENSURE_VALIDITY.on(vector);
        MemorySegment mask = VALIDITY.of(vector).reinterpret(ROWS / Byte.SIZE);
        long word = place / Long.SIZE;
        mask.setAtIndex(JAVA_LONG, word, mask.getAtIndex(JAVA_LONG, word) & ~(1L << (place % Long.SIZE)));
    }
}
