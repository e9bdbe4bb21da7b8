package dev.wadachi.parameter;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The order in which sets and maps are shown and written: the natural one where there is one, else that of the
/// canonical encoding. Total, so equal sets give equal text.
final class Order {

    private Order() {}

    static List<?> sorted(Kind kind, Collection<?> values) {
        return values.stream().sorted(comparator(kind)).toList();
    }

    static Object get(Map<?, ?> values, Object key) {
        Object value = values.get(key);
        if (value == null) {
            throw BadValue.isNull().within("[" + key + "]");
        }
        return value;
    }

    private static Comparator<Object> comparator(Kind kind) {
        // Decimals that compare as equal, such as 1.0 and 1.00, are still told apart by their encodings.
        Comparator<Object> encoded =
                (one, other) -> Arrays.compareUnsigned(Encoding.of(kind, one), Encoding.of(kind, other));
        return switch (kind) {
            case Kind.OfScalar _ -> ((Comparator<Object>) Order::natural).thenComparing(encoded);
            case Kind.OfEnum _ -> Comparator.comparing(value -> ((Enum<?>) value).name());
            case Kind.OfRecord _, Kind.OfSealed _, Kind.OfOptional _, Kind.OfList _, Kind.OfSet _, Kind.OfMap _ ->
                encoded;
        };
    }

    @SuppressWarnings("unchecked") // all values are of one scalar type, so each can be compared with each
    private static int natural(Object one, Object other) {
        return one instanceof Comparable<?> comparable ? ((Comparable<Object>) comparable).compareTo(other) : 0;
    }
}
