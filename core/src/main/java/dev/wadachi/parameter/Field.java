package dev.wadachi.parameter;

import dev.wadachi.task.Default;
import dev.wadachi.task.Every;
import dev.wadachi.task.Insignificant;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A component of a record, as a value of a kind.
///
/// @param index its position in the record
/// @param defaultText what it is at the command line when nothing is said; null where it must be said
/// @param every how far apart the points of a range lie; null where the type or the user says
/// @param addedText the value that is encoded as if the component did not exist; null where there is none
/// @param addedEncoding that value's encoding
@SuppressWarnings("ArrayRecordComponent") // shared within the package, never compared, never changed
record Field(
        int index,
        StoredName name,
        Kind kind,
        Standing declared,
        @Nullable String defaultText,
        @Nullable Pace every,
        @Nullable String addedText,
        byte @Nullable [] addedEncoding) {

    /// @throws TextException where the text of `@Added` is no value of the kind
    static Field of(int index, RecordComponent component, Kind kind, @Nullable String addedText) {
        Default given = component.getAnnotation(Default.class);
        return new Field(
                index,
                StoredName.of(component),
                kind,
                component.isAnnotationPresent(Insignificant.class) ? Standing.INSIGNIFICANT : Standing.SIGNIFICANT,
                given == null ? null : given.value(),
                Pace.of(component.getAnnotation(Every.class)),
                addedText,
                addedText == null ? null : Encoding.of(kind, TextForm.parse(kind, addedText, Today.UNKNOWN)));
    }

    Optional<String> defaulted() {
        return Optional.ofNullable(defaultText);
    }

    Standing standing(byte[] encoded) {
        return standing(encoded, 0, encoded.length);
    }

    /// What a value counts for whose encoding lies within other bytes.
    Standing standing(byte[] bytes, int from, int to) {
        boolean asBefore =
                addedEncoding != null && Arrays.equals(addedEncoding, 0, addedEncoding.length, bytes, from, to);
        return asBefore ? Standing.AS_BEFORE : declared;
    }
}
