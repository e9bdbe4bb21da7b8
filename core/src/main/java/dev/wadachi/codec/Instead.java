package dev.wadachi.codec;

import dev.wadachi.parameter.Types;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What to return instead of a value that no codec can store.
final class Instead {

    private Instead() {}

    static String of(Type type) {
        Class<?> raw = Types.raw(type);
        if (raw == Void.class) {
            return "write Task<Done>, and return new Done()";
        }
        if (raw.isArray()) {
            return "return a List, or override codec()";
        }
        if (raw.isRecord()) {
            return "hold its parts in a List instead of in one another, or override codec()";
        }
        if (raw == List.class || raw == Set.class || raw == Map.class || raw == Optional.class) {
            return "make its elements records of plain values, or give each element a task of its own";
        }
        if (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw)) {
            return "declare it as List, Set or Map";
        }
        return "make it a record, or implement Codec<" + Types.name(type)
                + "> and name that in META-INF/services/dev.wadachi.task.Codec, or override codec()";
    }
}
