package dev.wadachi.parameter;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Optional;

/// The text that a record defines for itself, by `public static R parse(CharSequence)`. Its `toString` is the inverse,
/// and is used only where it is.
final class OwnText {

    private final MethodHandle parse;

    private OwnText(MethodHandle parse) {
        this.parse = parse;
    }

    static Optional<OwnText> of(Class<?> type) {
        try {
            type.getMethod("parse", CharSequence.class);
            MethodHandle handle = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .findStatic(type, "parse", MethodType.methodType(type, CharSequence.class));
            return Optional.of(new OwnText(handle.asType(MethodType.methodType(Object.class, CharSequence.class))));
        } catch (ReflectiveOperationException none) {
            return Optional.empty();
        }
    }

    /// @throws TextException where the record refuses the text
    Object parse(Kind.OfRecord kind, String text) {
        try {
            return parse.invokeExact((CharSequence) text);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new TextException("'" + text + "' is no " + kind.type().getSimpleName() + ": " + Reason.of(e));
        }
    }

    /// The record's `toString`, where it reads back as an equal value and cannot be taken for the general form.
    Optional<String> print(Kind.OfRecord kind, Object value) {
        String text = value.toString();
        if (looksGeneral(kind, text)) {
            return Optional.empty();
        }
        try {
            boolean inverse = Arrays.equals(Encoding.of(kind, parse(kind, text)), Encoding.of(kind, value));
            return inverse ? Optional.of(text) : Optional.empty();
        } catch (TextException | BadValue notInverse) {
            return Optional.empty();
        }
    }

    /// Whether the text is in the form `name(component=value)` that every record has.
    static boolean looksGeneral(Kind.OfRecord kind, String text) {
        String stripped = text.strip();
        return stripped.startsWith(kind.textName() + "(") && stripped.endsWith(")");
    }
}
