package dev.wadachi.parameter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a value is made of, as far as Wadachi takes values apart: the one description from which the canonical
/// [Encoding], the [TextForm] and the [JsonForm] are derived.
sealed interface Kind {

    record OfScalar(Scalar scalar) implements Kind {}

    /// @param storedName the type's name in encodings
    record OfEnum(Class<?> type, String storedName) implements Kind {

        Optional<Object> constant(String name) {
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return Optional.of(constant);
                }
            }
            return Optional.empty();
        }

        List<String> names() {
            List<String> names = new ArrayList<>();
            for (Object constant : type.getEnumConstants()) {
                names.add(((Enum<?>) constant).name());
            }
            return names;
        }
    }

    record OfOptional(Kind element) implements Kind {}

    record OfList(Kind element) implements Kind {}

    record OfSet(Kind element) implements Kind {}

    record OfMap(Kind key, Kind value) implements Kind {}

    /// One of several records. Like [OfRecord] filled in once, because a variant may contain its sealed type.
    final class OfSealed implements Kind {

        private final Class<?> type;
        private List<OfRecord> variants = List.of();

        OfSealed(Class<?> type) {
            this.type = type;
        }

        void complete(List<OfRecord> all) {
            this.variants = List.copyOf(all);
        }

        Class<?> type() {
            return type;
        }

        List<OfRecord> variants() {
            return variants;
        }

        OfRecord variantOf(Object value) {
            for (OfRecord variant : variants) {
                if (variant.type() == value.getClass()) {
                    return variant;
                }
            }
            throw new IllegalStateException(value.getClass().getName() + " is no variant of " + type.getName() + ".");
        }
    }

    /// A record. A class with identity, because records may contain themselves: the fields are filled in once, before
    /// anybody else sees it.
    final class OfRecord implements Kind {

        private final RecordAccess access;
        private final StoredName name;
        private final Optional<OwnText> ownText;
        private final String textName;
        private List<Field> fields = List.of();
        private List<Field> encodedFields = List.of();

        OfRecord(RecordAccess access) {
            this.access = access;
            this.name = StoredName.of(access.type());
            this.ownText = OwnText.of(access.type());
            this.textName = Names.kebab(name.current());
        }

        void complete(List<Field> all) {
            this.fields = List.copyOf(all);
            this.encodedFields = fields.stream()
                    .sorted(Comparator.comparing(field -> field.name().stored()))
                    .toList();
        }

        Class<?> type() {
            return access.type();
        }

        StoredName name() {
            return name;
        }

        List<Field> fields() {
            return fields;
        }

        /// In the order of the encoding.
        List<Field> encodedFields() {
            return encodedFields;
        }

        /// @throws BadValue where the component is null
        Object read(Object value, Field field) {
            Object component = access.read(value, field.index());
            if (component == null) {
                throw BadValue.isNull().within("." + field.name().current());
            }
            return component;
        }

        Object create(Object[] values) {
            return access.create(values);
        }

        Optional<OwnText> ownText() {
            return ownText;
        }

        /// How a person writes its name.
        String textName() {
            return textName;
        }
    }
}
