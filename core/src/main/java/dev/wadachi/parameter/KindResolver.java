package dev.wadachi.parameter;

import dev.wadachi.task.Added;
import dev.wadachi.task.Every;
import dev.wadachi.task.Task;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds out of which kind the values of a type are, and collects every reason why some are of none.
final class KindResolver {

    /// Only a generic type that contains ever larger versions of itself nests this deep.
    private static final int DEEPEST = 50;

    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<Type, Kind> known = new HashMap<>();
    private int depth;

    List<Refusal> refusals() {
        return refusals;
    }

    void refuse(String place, String problem, String instead) {
        Refusal refusal = new Refusal(place, problem, instead);
        if (!refusals.contains(refusal)) {
            refusals.add(refusal);
        }
    }

    /// The kind of the type's values; empty where there is none, and then the reasons are among the refusals.
    Optional<Kind> resolve(Type declared, String place) {
        Type type = Types.substitute(declared, Map.of());
        Kind already = known.get(type);
        if (already != null) {
            return Optional.of(already);
        }
        if (depth == DEEPEST) {
            refuse(
                    place,
                    "is a type that contains ever larger versions of itself ("
                            + Types.raw(type).getSimpleName() + ")",
                    "write a type without type parameters");
            return Optional.empty();
        }
        depth++;
        try {
            return find(type, place);
        } finally {
            depth--;
        }
    }

    private Optional<Kind> find(Type type, String place) {
        Class<?> raw = Types.raw(type);
        Optional<Scalar> scalar = Scalar.of(raw);
        if (scalar.isPresent() && !(type instanceof TypeVariable<?>)) {
            return Optional.of(new Kind.OfScalar(scalar.get()));
        }
        if (type instanceof TypeVariable<?> || Task.class.isAssignableFrom(raw)) {
            return refused(type, place);
        }
        if (raw.isEnum()) {
            return Optional.of(new Kind.OfEnum(raw, StoredName.of(raw).stored()));
        }
        if (raw.isRecord()) {
            return record(type, raw, place);
        }
        if (raw.isSealed() && raw.isInterface()) {
            return sealed(type, raw, place);
        }
        return container(type, raw, place);
    }

    private Optional<Kind> container(Type type, Class<?> raw, String place) {
        List<Type> arguments = type instanceof Types.Generic generic ? generic.arguments() : List.of();
        if (arguments.size() == 1 && raw == Optional.class) {
            return optional(arguments.getFirst(), place);
        }
        if (arguments.size() == 1 && raw == List.class) {
            return resolve(arguments.getFirst(), place).map(Kind.OfList::new);
        }
        if (arguments.size() == 1 && raw == Set.class) {
            return resolve(arguments.getFirst(), place).map(Kind.OfSet::new);
        }
        if (arguments.size() == 2 && raw == Map.class) {
            Optional<Kind> key = resolve(arguments.getFirst(), place);
            Optional<Kind> value = resolve(arguments.getLast(), place);
            return key.flatMap(k -> value.map(v -> new Kind.OfMap(k, v)));
        }
        return refused(type, place);
    }

    private Optional<Kind> optional(Type element, String place) {
        if (Types.raw(element) == Optional.class) {
            refuse(
                    place,
                    "is an Optional of an Optional",
                    "write one Optional, or a sealed interface of records that names the cases");
            return Optional.empty();
        }
        return resolve(element, place).map(Kind.OfOptional::new);
    }

    private Optional<Kind> refused(Type type, String place) {
        Advice advice = Advice.on(type);
        refuse(place, advice.problem(), advice.instead());
        return Optional.empty();
    }

    private Optional<Kind> record(Type type, Class<?> raw, String place) {
        Optional<RecordAccess> access = Records.access(raw, place, this);
        if (access.isEmpty()) {
            return Optional.empty();
        }
        Kind.OfRecord record = new Kind.OfRecord(access.get());
        known.put(type, record);
        Map<TypeVariable<?>, Type> bindings = Types.bindings(type);
        List<Field> fields = new ArrayList<>();
        int before = refusals.size();
        for (int i = 0; i < access.get().components().size(); i++) {
            RecordComponent component = access.get().components().get(i);
            Type declared = Types.substitute(component.getGenericType(), bindings);
            field(i, component, declared, raw.getSimpleName() + "." + component.getName())
                    .ifPresent(fields::add);
        }
        Records.checkNames(raw.getSimpleName(), fields, this);
        if (refusals.size() > before) {
            known.remove(type);
            return Optional.empty();
        }
        record.complete(fields);
        return Optional.of(record);
    }

    /// A component of a record or of a task, as a parameter.
    Optional<Field> field(int index, RecordComponent component, Type declared, String place) {
        return resolve(declared, place).flatMap(kind -> {
            checkStep(component, kind, place);
            Added later = component.getAnnotation(Added.class);
            try {
                return Optional.of(Field.of(index, component, kind, later == null ? null : later.value()));
            } catch (TextException e) {
                refuse(
                        place,
                        "has @Added(\"" + (later == null ? "" : later.value()) + "\"), but "
                                + e.problems().getFirst().problem(),
                        "write the value that means what was meant before, as at the command line");
                return Optional.empty();
            }
        });
    }

    private void checkStep(RecordComponent component, Kind kind, String place) {
        Pace pace = Pace.of(component.getAnnotation(Every.class));
        if (pace != null) {
            Steps.problem(kind, pace).ifPresent(advice -> refuse(place, advice.problem(), advice.instead()));
        }
    }

    private Optional<Kind> sealed(Type type, Class<?> raw, String place) {
        Kind.OfSealed sealed = new Kind.OfSealed(raw);
        known.put(type, sealed);
        int before = refusals.size();
        List<Kind.OfRecord> variants = new ArrayList<>();
        for (Type variant : Records.variants(type, place, this)) {
            resolve(variant, place).ifPresent(kind -> variants.add((Kind.OfRecord) kind));
        }
        Records.checkVariants(raw.getSimpleName(), variants, this);
        if (refusals.size() > before) {
            known.remove(type);
            return Optional.empty();
        }
        sealed.complete(variants);
        return Optional.of(sealed);
    }
}
