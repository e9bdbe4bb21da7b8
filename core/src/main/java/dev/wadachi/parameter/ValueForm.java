package dev.wadachi.parameter;

import dev.wadachi.digest.Digest;
import dev.wadachi.json.Json;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The three forms of one type's values: canonical bytes, text and JSON. Immutable and thread-safe. Equal when the
/// types are.
public final class ValueForm {

    private final Type type;
    private final Kind kind;

    private ValueForm(Type type, Kind kind) {
        this.type = type;
        this.kind = kind;
    }

    /// The forms of a type, such as `List<LocalDate>` or a record.
    ///
    /// @throws RefusedException with every reason why the type's values have none
    public static ValueForm of(Type type) {
        KindResolver resolver = new KindResolver();
        Optional<Kind> kind = resolver.resolve(type, Types.name(type));
        if (kind.isEmpty() || !resolver.refusals().isEmpty()) {
            throw new RefusedException(resolver.refusals());
        }
        return new ValueForm(Types.substitute(type, Map.of()), kind.get());
    }

    /// The forms of a type; empty where its values have none.
    public static Optional<ValueForm> find(Type type) {
        KindResolver resolver = new KindResolver();
        Optional<Kind> kind = resolver.resolve(type, Types.name(type));
        return resolver.refusals().isEmpty()
                ? kind.map(found -> new ValueForm(Types.substitute(type, Map.of()), found))
                : Optional.empty();
    }

    /// The name of the type of one word, such as `int`, of which a value reads so and has this digest; empty where
    /// there is none: a list, a record.
    ///
    /// @param text as [#print(Object)] gives it
    public static Optional<String> nameOfScalar(String text, Digest digest) {
        return Stream.of(Scalar.values())
                .filter(scalar -> isWritten(text, new Kind.OfScalar(scalar), digest))
                .map(Scalar::typeName)
                .findFirst();
    }

    private static boolean isWritten(String text, Kind kind, Digest digest) {
        try {
            return Encoding.digest(kind, TextForm.parse(kind, text, Today.UNKNOWN))
                    .equals(digest);
        } catch (TextException e) {
            // No text of this kind.
            return false;
        }
    }

    public Type type() {
        return type;
    }

    Kind kind() {
        return kind;
    }

    /// The digest of the value's canonical bytes.
    ///
    /// @throws RefusedException where the value holds null
    public Digest digest(@Nullable Object value) {
        try {
            return Encoding.digest(kind, value);
        } catch (BadValue e) {
            throw refused(e);
        }
    }

    /// The value as text; [#parse(String)] is the inverse.
    public String print(Object value) {
        try {
            return TextForm.print(kind, value);
        } catch (BadValue e) {
            throw refused(e);
        }
    }

    /// @throws TextException with everything that is wrong with the text
    public Object parse(String text) {
        return TextForm.parse(kind, text, Today.UNKNOWN);
    }

    /// The value as JSON; [#read(Json)] is the inverse.
    ///
    /// @throws RefusedException where the value holds null
    public Json write(@Nullable Object value) {
        try {
            return JsonForm.write(kind, value);
        } catch (BadValue e) {
            throw refused(e);
        }
    }

    /// @throws dev.wadachi.json.JsonException where the JSON is of another form
    public Object read(Json json) {
        return JsonForm.read(kind, json);
    }

    private RefusedException refused(BadValue e) {
        return new RefusedException(List.of(e.refusal(Types.name(type))));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ValueForm form && form.type.equals(type);
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public String toString() {
        return Types.name(type);
    }
}
