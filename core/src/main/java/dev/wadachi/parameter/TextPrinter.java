package dev.wadachi.parameter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Values as terms.
final class TextPrinter {

    /// An absent value.
    static final String NONE = "none";

    private TextPrinter() {}

    static Term term(Kind kind, Object value) {
        return switch (kind) {
            case Kind.OfScalar(Scalar scalar) -> Term.word(scalar.print(value));
            case Kind.OfEnum _ -> Term.word(((Enum<?>) value).name());
            case Kind.OfRecord record -> record(record, value);
            case Kind.OfSealed sealed -> call(sealed.variantOf(value), value);
            case Kind.OfOptional(Kind element) ->
                ((Optional<?>) value)
                        .map(present -> present(term(element, present)))
                        .orElse(Term.word(NONE));
            case Kind.OfList(Kind element) -> items(element, (Collection<?>) value);
            case Kind.OfSet(Kind element) -> items(element, Order.sorted(element, (Collection<?>) value));
            case Kind.OfMap(Kind key, Kind element) -> entries(key, element, (Map<?, ?>) value);
        };
    }

    /// A present `none` stands in quotes.
    private static Term present(Term term) {
        return term instanceof Term.Word(String text, boolean _) && text.equals(NONE)
                ? new Term.Word(text, true)
                : term;
    }

    /// A record's own text, where the record reads it back; else its components.
    private static Term record(Kind.OfRecord kind, Object value) {
        return kind.ownText()
                .flatMap(own -> own.print(kind, value))
                .<Term>map(Term::word)
                .orElseGet(() -> call(kind, value));
    }

    private static Term call(Kind.OfRecord kind, Object value) {
        List<Term.Argument> arguments = new ArrayList<>();
        for (Field field : kind.fields()) {
            arguments.add(new Term.Argument(field.name().current(), term(field.kind(), kind.read(value, field))));
        }
        return arguments.isEmpty() ? Term.word(kind.textName()) : new Term.Call(kind.textName(), arguments);
    }

    private static Term items(Kind element, Collection<?> values) {
        return new Term.Items(values.stream().map(value -> term(element, value)).toList());
    }

    private static Term entries(Kind key, Kind element, Map<?, ?> values) {
        return new Term.Entries(Order.sorted(key, values.keySet()).stream()
                .map(name -> new Term.Entry(term(key, name), term(element, Order.get(values, name))))
                .toList());
    }
}
