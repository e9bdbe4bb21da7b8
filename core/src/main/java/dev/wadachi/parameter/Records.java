package dev.wadachi.parameter;

import dev.wadachi.task.Task;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The rules for records and sealed interfaces of records, apart from their components' types.
final class Records {

    private Records() {}

    static Optional<RecordAccess> access(Class<?> type, String place, KindResolver resolver) {
        try {
            return Optional.of(RecordAccess.of(type));
        } catch (IllegalArgumentException closed) {
            resolver.refuse(
                    place,
                    "lies in a module that hides " + type.getName(),
                    "write 'opens " + type.getPackageName() + ";' there");
            return Optional.empty();
        }
    }

    /// All records that a sealed interface permits, through sealed interfaces within it.
    static List<Type> variants(Type sealed, String place, KindResolver resolver) {
        List<Type> variants = new ArrayList<>();
        for (Class<?> permitted : Types.raw(sealed).getPermittedSubclasses()) {
            Type variant = Types.variantOf(sealed, permitted);
            if (Task.class.isAssignableFrom(permitted)) {
                resolver.refuse(
                        place,
                        "may be a task (" + permitted.getSimpleName() + ") or something else",
                        "write a component for the task alone");
            } else if (permitted.isRecord()) {
                variants.add(variant);
            } else if (permitted.isInterface() && permitted.isSealed()) {
                variants.addAll(variants(variant, place, resolver));
            } else {
                resolver.refuse(
                        place,
                        "may be a " + permitted.getSimpleName() + ", which is no record",
                        "write '" + permitted.getSimpleName() + "' as a record");
            }
        }
        return variants;
    }

    static void checkVariants(String place, List<Kind.OfRecord> variants, KindResolver resolver) {
        checkDistinct(place, "variants", variants, variant -> variant.name().stored(), resolver);
        checkDistinct(place, "variants", variants, variant -> variant.textName().toLowerCase(Locale.ROOT), resolver);
    }

    static void checkNames(String place, List<Field> fields, KindResolver resolver) {
        checkDistinct(place, "components", fields, field -> field.name().stored(), resolver);
    }

    private static <T> void checkDistinct(
            String place, String what, List<T> all, Function<T, String> name, KindResolver resolver) {
        Map<String, T> seen = new HashMap<>();
        for (T one : all) {
            T other = seen.putIfAbsent(name.apply(one), one);
            if (other != null && other != one) {
                resolver.refuse(
                        place,
                        "has two " + what + " named '" + name.apply(one) + "'",
                        "name one of them otherwise, or mend its @Name or @Was");
            }
        }
    }
}
