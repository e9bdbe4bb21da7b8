package dev.wadachi.parameter;

import dev.wadachi.digest.Digest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The canonical bytes of a value: equal values give equal bytes, different values different bytes.
///
/// Every value is a tag for its type, then a fixed number of bytes or a length and its bytes; so no two rows of values
/// run into one another. Numbers are raw bits, big-endian; all NaN are one, while -0.0 and 0.0 are two, as they are for
/// `Double.equals`. A `BigDecimal` is its digits and its scale: 1.0 and 1.00 are two. Sets and maps are sorted by the
/// bytes of their elements and keys. Records and enums carry their name and, sorted, those of their components; a
/// component that is `@Insignificant`, or `@Added` with the value of old, is left out.
final class Encoding {

    /// Far more than a parameter needs, and far less than a stack holds.
    private static final int DEEPEST = 500;

    private int depth;
    private byte[] bytes = new byte[64];
    private int size;

    private Encoding(int depth) {
        this.depth = depth;
    }

    /// @throws BadValue where the value is or holds null, or nests too deep
    static byte[] of(Kind kind, @Nullable Object value) {
        return of(kind, value, 0);
    }

    private static byte[] of(Kind kind, @Nullable Object value, int depth) {
        Encoding encoding = new Encoding(depth);
        encoding.value(kind, value);
        return Arrays.copyOf(encoding.bytes, encoding.size);
    }

    static Digest digest(Kind kind, @Nullable Object value) {
        return Digest.of(of(kind, value));
    }

    private void value(Kind kind, @Nullable Object value) {
        if (value == null) {
            throw BadValue.isNull();
        }
        if (++depth > DEEPEST) {
            throw BadValue.tooDeep(DEEPEST);
        }
        present(kind, value);
        depth--;
    }

    private void present(Kind kind, Object value) {
        switch (kind) {
            case Kind.OfScalar(Scalar scalar) -> scalar(scalar, value);
            case Kind.OfEnum(Class<?> _, String storedName) ->
                tag('E').text(storedName).text(((Enum<?>) value).name());
            case Kind.OfRecord record -> record(record, value);
            case Kind.OfSealed sealed -> record(sealed.variantOf(value), value);
            case Kind.OfOptional(Kind element) -> optional(element, (Optional<?>) value);
            case Kind.OfList(Kind element) -> list(element, (Collection<?>) value);
            case Kind.OfSet(Kind element) -> set(element, (Collection<?>) value);
            case Kind.OfMap(Kind key, Kind element) -> map(key, element, (Map<?, ?>) value);
        }
    }

    private void scalar(Scalar scalar, Object value) {
        tag(scalar.tag());
        switch (scalar) {
            case BOOLEAN -> raw((Boolean) value ? 1 : 0, 1);
            case BYTE -> raw((Byte) value, Byte.BYTES);
            case SHORT -> raw((Short) value, Short.BYTES);
            case INT -> raw((Integer) value, Integer.BYTES);
            case LONG -> raw((Long) value, Long.BYTES);
            case FLOAT -> raw(Float.floatToIntBits((Float) value), Float.BYTES);
            case DOUBLE -> raw(Double.doubleToLongBits((Double) value), Double.BYTES);
            case CHAR -> raw((Character) value, Character.BYTES);
            case BIG_INTEGER -> block(((BigInteger) value).toByteArray());
            case BIG_DECIMAL ->
                block(((BigDecimal) value).unscaledValue().toByteArray())
                        .raw(((BigDecimal) value).scale(), Integer.BYTES);
            case STRING,
                    LOCAL_DATE,
                    LOCAL_TIME,
                    LOCAL_DATE_TIME,
                    INSTANT,
                    OFFSET_DATE_TIME,
                    OFFSET_TIME,
                    ZONED_DATE_TIME,
                    YEAR,
                    YEAR_MONTH,
                    MONTH_DAY,
                    DURATION,
                    PERIOD,
                    ZONE_OFFSET,
                    ZONE_ID -> text(scalar.print(value));
        }
    }

    private void optional(Kind element, Optional<?> value) {
        tag('?').raw(value.isPresent() ? 1 : 0, 1);
        value.ifPresent(present -> value(element, present));
    }

    private void list(Kind element, Collection<?> values) {
        tag('[').raw(values.size(), Integer.BYTES);
        int index = 0;
        for (Object value : values) {
            try {
                value(element, value);
            } catch (BadValue e) {
                throw e.within("[" + index + "]");
            }
            index++;
        }
    }

    private void set(Kind element, Collection<?> values) {
        List<byte[]> sorted = values.stream()
                .map(value -> of(element, value, depth))
                .sorted(Arrays::compareUnsigned)
                .toList();
        tag('{').raw(sorted.size(), Integer.BYTES);
        sorted.forEach(this::append);
    }

    private void map(Kind key, Kind element, Map<?, ?> values) {
        @SuppressWarnings("ArrayRecordComponent") // sorted by, never compared
        record Entry(byte[] key, Object name, Object value) {}
        List<Entry> sorted = values.entrySet().stream()
                .map(entry -> new Entry(of(key, entry.getKey(), depth), entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Entry::key, Arrays::compareUnsigned))
                .toList();
        tag(':').raw(sorted.size(), Integer.BYTES);
        for (Entry entry : sorted) {
            append(entry.key());
            try {
                value(element, entry.value());
            } catch (BadValue e) {
                throw e.within("[" + entry.name() + "]");
            }
        }
    }

    /// Writes each component behind the others, and takes back what does not count; the number of those that do is
    /// known, and written into its place, at the end.
    private void record(Kind.OfRecord kind, Object value) {
        tag('R').text(kind.name().stored());
        int countAt = size;
        raw(0, Integer.BYTES);
        int count = 0;
        for (Field field : kind.encodedFields()) {
            int start = size;
            text(field.name().stored());
            int valueAt = size;
            field(kind, field, value);
            if (field.standing(bytes, valueAt, size) == Standing.SIGNIFICANT) {
                count++;
            } else {
                size = start;
            }
        }
        int end = size;
        size = countAt;
        raw(count, Integer.BYTES);
        size = end;
    }

    private void field(Kind.OfRecord kind, Field field, Object value) {
        Object component = kind.read(value, field);
        try {
            value(field.kind(), component);
        } catch (BadValue e) {
            throw e.within("." + field.name().current());
        }
    }

    /// UTF-8 where it can hold the text; UTF-16 under another tag where there is an unpaired surrogate, for which UTF-8
    /// would put a question mark.
    private Encoding text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        boolean whole = !hasSurrogates(text) || new String(utf8, StandardCharsets.UTF_8).equals(text);
        return whole ? tag('8').block(utf8) : tag('6').block(utf16(text));
    }

    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] utf16(String text) {
        byte[] bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) (text.charAt(i) >> 8);
            bytes[2 * i + 1] = (byte) text.charAt(i);
        }
        return bytes;
    }

    private Encoding tag(char tag) {
        return raw(tag, 1);
    }

    private Encoding block(byte[] block) {
        raw(block.length, Integer.BYTES);
        append(block);
        return this;
    }

    private Encoding raw(long number, int width) {
        room(width);
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (number >> shift);
        }
        return this;
    }

    private void append(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
