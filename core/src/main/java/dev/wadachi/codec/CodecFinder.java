package dev.wadachi.codec;

import dev.wadachi.parameter.RecordAccess;
import dev.wadachi.parameter.Refusal;
import dev.wadachi.parameter.RefusedException;
import dev.wadachi.parameter.Types;
import dev.wadachi.parameter.ValueForm;
import dev.wadachi.task.Codec;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks for the codec of a type: among the built-in leaves, then among the services, then by structure.
final class CodecFinder {

    private static final List<Codec<?>> LEAVES =
            List.of(new TextCodec(), new BytesCodec(), new FolderCodec(), new ExternalCodec());

    /// By name, so that no class of the desktop is loaded where nobody draws.
    private static final String IMAGE = "java.awt.image.BufferedImage";

    private final Services services;

    /// The records whose components are being looked at: one that holds itself has no end.
    private final Set<Class<?>> open = new HashSet<>();

    private CodecFinder(Services services) {
        this.services = services;
    }

    static CodecFinder in(ClassLoader loader) {
        return new CodecFinder(Services.of(loader));
    }

    /// @param place what asks: a task, a component, a type
    /// @throws RefusedException where there is no codec
    Codec<?> find(Type type, String place) {
        List<Refusal> refusals = new ArrayList<>();
        return find(type, place, refusals).orElseThrow(() -> new RefusedException(refusals));
    }

    private Optional<Codec<?>> find(Type type, String place, List<Refusal> refusals) {
        Class<?> raw = Types.raw(type);
        Optional<Codec<?>> leaf = leaf(raw).or(() -> services.find(raw));
        if (leaf.isPresent()) {
            return leaf;
        }
        try {
            return Optional.of(new JsonCodec(ValueForm.of(type)));
        } catch (RefusedException e) {
            return raw.isRecord() ? byComponent(type, raw, place, refusals) : refused(type, place, refusals);
        }
    }

    private static Optional<Codec<?>> leaf(Class<?> raw) {
        if (raw.getName().equals(IMAGE)) {
            return Optional.of(new PngCodec());
        }
        return LEAVES.stream().filter(codec -> codec.type() == raw).findFirst();
    }

    private Optional<Codec<?>> byComponent(Type type, Class<?> raw, String place, List<Refusal> refusals) {
        if (!open.add(raw)) {
            return refused(type, place, refusals);
        }
        Map<String, Codec<?>> codecs = new LinkedHashMap<>();
        List<Refusal> found = new ArrayList<>();
        for (RecordComponent component : RecordAccess.of(raw).components()) {
            String within = raw.getSimpleName() + "." + component.getName();
            find(Types.componentType(type, component), within, found)
                    .ifPresent(codec -> codecs.put(component.getName(), codec));
        }
        open.remove(raw);
        if (!found.isEmpty()) {
            refusals.addAll(found);
            return Optional.empty();
        }
        return Optional.of(new RecordCodec(RecordAccess.of(raw), codecs));
    }

    private static Optional<Codec<?>> refused(Type type, String place, List<Refusal> refusals) {
        refusals.add(new Refusal(
                place, "is of type " + Types.name(type) + ", and no codec says how to store one", Instead.of(type)));
        return Optional.empty();
    }
}
