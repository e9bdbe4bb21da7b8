package dev.wadachi.parameter;

import java.util.List;

/// The text of values: printing and parsing are inverse.
final class TextForm {

    private TextForm() {}

    static String print(Kind kind, Object value) {
        return TextPrinter.term(kind, value).print();
    }

    /// @throws TextException with everything that is wrong
    static Object parse(Kind kind, String text, Today today) {
        return new TextParser(today).parse(kind, text);
    }

    /// The values of a sweep: pieces between commas, each a value or a range.
    ///
    /// @throws TextException with everything that is wrong
    static List<Object> sweep(Kind kind, String text, Today today) {
        return new Sweep(kind, today, null).values(text);
    }

    /// Whether a text is the value as it stands, without looking for brackets in it.
    static boolean isPlain(Kind kind) {
        return switch (kind) {
            case Kind.OfScalar _, Kind.OfEnum _ -> true;
            case Kind.OfOptional(Kind element) -> isPlain(element);
            case Kind.OfRecord record -> record.ownText().isPresent();
            case Kind.OfSealed _, Kind.OfList _, Kind.OfSet _, Kind.OfMap _ -> false;
        };
    }
}
