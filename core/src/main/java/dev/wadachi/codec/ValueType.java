package dev.wadachi.codec;

import dev.wadachi.parameter.Types;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The type of a value at hand, as far as the value tells.
final class ValueType {

    private ValueType() {}

    static Type of(Object value) {
        return switch (value) {
            case List<?> list -> Types.generic(List.class, common(list));
            case Set<?> set -> Types.generic(Set.class, common(set));
            case Map<?, ?> map -> Types.generic(Map.class, common(map.keySet()), common(map.values()));
            case Optional<?> optional ->
                Types.generic(Optional.class, common(optional.stream().toList()));
            case Enum<?> constant -> constant.getDeclaringClass();
            default -> value.getClass();
        };
    }

    /// The one type of all, or the sealed interface that all implement. Of nothing, text: it is not written anyway.
    private static Type common(Collection<?> values) {
        List<Type> types = values.stream().map(ValueType::of).distinct().toList();
        if (types.isEmpty()) {
            return String.class;
        }
        return types.size() == 1 ? types.getFirst() : sealedOver(types);
    }

    private static Type sealedOver(List<Type> types) {
        for (Class<?> candidate : Types.raw(types.getFirst()).getInterfaces()) {
            if (candidate.isSealed() && types.stream().allMatch(type -> candidate.isAssignableFrom(Types.raw(type)))) {
                return candidate;
            }
        }
        return Object.class;
    }
}
