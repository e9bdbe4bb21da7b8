package dev.wadachi.parameter;

import java.util.List;
import java.util.stream.Stream;

/// What may be written for a value of a kind, one by one, where that can be counted: for completion.
final class Choices {

    private Choices() {}

    /// In the order of declaration; empty where anything may be written, such as a number.
    static List<String> of(Kind kind) {
        return switch (kind) {
            case Kind.OfScalar(Scalar scalar) ->
                switch (scalar) {
                    case BOOLEAN -> List.of("true", "false");
                    case LOCAL_DATE -> List.of(Today.WORD);
                    default -> List.of();
                };
            case Kind.OfEnum choice -> choice.names();
            case Kind.OfSealed sealed ->
                sealed.variants().stream().map(Kind.OfRecord::textName).toList();
            case Kind.OfOptional(Kind element) ->
                Stream.concat(of(element).stream(), Stream.of("none"))
                        .distinct()
                        .toList();
            case Kind.OfList(Kind element) -> of(element);
            case Kind.OfSet(Kind element) -> of(element);
            case Kind.OfRecord _, Kind.OfMap _ -> List.of();
        };
    }
}
