package dev.wadachi.parameter;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads generic signatures: what T is in `record Train(…) implements Task<Model>`.
public final class Types {

    private Types() {}

    /// The class behind a type: `List` for `List<Integer>`, the bound for a variable or wildcard.
    public static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            case GenericArrayType array -> raw(array.getGenericComponentType()).arrayType();
            case WildcardType wildcard -> raw(wildcard.getUpperBounds()[0]);
            case TypeVariable<?> variable -> raw(variable.getBounds()[0]);
            default -> Object.class;
        };
    }

    /// What `type` gives for the first type parameter of its supertype `wanted`; empty where it does not say.
    ///
    /// For `record Train(…) implements Learner<Model>` and `interface Learner<M> extends Task<M>`, the argument of
    /// `Task` is `Model`.
    public static Optional<Type> argumentOf(Type type, Class<?> wanted) {
        Class<?> raw = raw(type);
        if (raw == wanted) {
            return type instanceof ParameterizedType generic
                    ? Optional.of(generic.getActualTypeArguments()[0])
                    : Optional.empty();
        }
        Map<TypeVariable<?>, Type> bindings = bindings(type);
        for (Type supertype : supertypes(raw)) {
            if (wanted.isAssignableFrom(raw(supertype))) {
                return argumentOf(substitute(supertype, bindings), wanted);
            }
        }
        return Optional.empty();
    }

    /// The type of a record's component, with the record's own type arguments in it.
    public static Type componentType(Type record, RecordComponent component) {
        return substitute(component.getGenericType(), bindings(record));
    }

    /// A generic type, such as `List<String>`.
    public static Type generic(Class<?> raw, Type... arguments) {
        return new Generic(raw, List.of(arguments));
    }

    /// The type as a person writes it, without packages.
    public static String name(Type type) {
        return switch (type) {
            case Class<?> plain -> simpleName(plain);
            case ParameterizedType generic ->
                simpleName(raw(generic))
                        + Arrays.stream(generic.getActualTypeArguments())
                                .map(Types::name)
                                .collect(Collectors.joining(", ", "<", ">"));
            case GenericArrayType array -> name(array.getGenericComponentType()) + "[]";
            case WildcardType wildcard ->
                wildcard.getUpperBounds()[0] == Object.class ? "?" : name(wildcard.getUpperBounds()[0]);
            default -> type.getTypeName();
        };
    }

    /// The type arguments of a generic type by their variables.
    static Map<TypeVariable<?>, Type> bindings(Type type) {
        Map<TypeVariable<?>, Type> bindings = new HashMap<>();
        if (type instanceof ParameterizedType generic) {
            TypeVariable<?>[] variables = raw(generic).getTypeParameters();
            Type[] arguments = generic.getActualTypeArguments();
            for (int i = 0; i < variables.length; i++) {
                bindings.put(variables[i], arguments[i]);
            }
        }
        return bindings;
    }

    /// The type with its variables replaced and `? extends X` read as X.
    static Type substitute(Type type, Map<TypeVariable<?>, Type> bindings) {
        return switch (type) {
            case TypeVariable<?> variable -> bindings.getOrDefault(variable, variable);
            case WildcardType wildcard -> substitute(wildcard.getUpperBounds()[0], bindings);
            case ParameterizedType generic ->
                new Generic(
                        raw(generic),
                        Arrays.stream(generic.getActualTypeArguments())
                                .map(argument -> substitute(argument, bindings))
                                .toList());
            default -> type;
        };
    }

    /// The variant of a sealed type with the type's own arguments: `Some<Integer>` for `Option<Integer>`.
    static Type variantOf(Type sealed, Class<?> variant) {
        TypeVariable<?>[] variables = variant.getTypeParameters();
        if (variables.length == 0) {
            return variant;
        }
        Map<TypeVariable<?>, Type> found = new HashMap<>();
        for (Type supertype : supertypes(variant)) {
            if (raw(supertype) == raw(sealed)
                    && supertype instanceof ParameterizedType written
                    && sealed instanceof ParameterizedType given) {
                for (int i = 0; i < written.getActualTypeArguments().length; i++) {
                    if (written.getActualTypeArguments()[i] instanceof TypeVariable<?> variable) {
                        found.put(variable, given.getActualTypeArguments()[i]);
                    }
                }
            }
        }
        return new Generic(
                variant,
                Arrays.stream(variables)
                        .map(variable -> found.getOrDefault(variable, variable))
                        .toList());
    }

    private static List<Type> supertypes(Class<?> type) {
        List<Type> supertypes = new ArrayList<>(List.of(type.getGenericInterfaces()));
        if (type.getGenericSuperclass() != null) {
            supertypes.add(type.getGenericSuperclass());
        }
        return supertypes;
    }

    private static String simpleName(Class<?> type) {
        return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
    }

    /// A generic type of our own making: equal when class and arguments are, so it can be looked up.
    record Generic(Class<?> raw, List<Type> arguments) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return raw.getDeclaringClass();
        }

        @Override
        public String toString() {
            return name(this);
        }
    }
}
