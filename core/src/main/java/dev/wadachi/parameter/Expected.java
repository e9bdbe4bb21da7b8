package dev.wadachi.parameter;

import java.util.List;

/// What may be written for a value of a kind, in words.
final class Expected {

    private Expected() {}

    static String of(Kind kind) {
        return switch (kind) {
            case Kind.OfScalar(Scalar scalar) -> scalar.expected();
            case Kind.OfEnum choice -> oneOf(choice.names());
            case Kind.OfRecord record ->
                record.ownText().isPresent() ? "a " + record.type().getSimpleName() : signature(record);
            case Kind.OfSealed sealed ->
                oneOf(sealed.variants().stream().map(Kind.OfRecord::textName).toList());
            case Kind.OfOptional(Kind element) -> of(element) + ", or none";
            case Kind.OfList(Kind element) -> "a list such as [a,b], each " + of(element);
            case Kind.OfSet(Kind element) -> "a set such as [a,b], each " + of(element);
            case Kind.OfMap(Kind key, Kind element) -> "a map such as {a=1,b=2} from " + of(key) + " to " + of(element);
        };
    }

    /// The form of a record: `gbdt(rate=0.1,trees=…)`, with its defaults.
    static String signature(Kind.OfRecord record) {
        List<String> components = record.fields().stream()
                .map(field -> field.name().current() + "=" + field.defaulted().orElse("…"))
                .toList();
        return record.textName() + (components.isEmpty() ? "" : "(" + String.join(",", components) + ")");
    }

    private static String oneOf(List<String> names) {
        return "one of " + String.join(", ", names);
    }
}
