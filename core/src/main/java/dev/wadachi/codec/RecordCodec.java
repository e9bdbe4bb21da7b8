package dev.wadachi.codec;

import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.parameter.RecordAccess;
import dev.wadachi.parameter.Refusal;
import dev.wadachi.parameter.RefusedException;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.Expectations;
import dev.wadachi.task.Scratch;
import dev.wadachi.task.Stored;
import dev.wadachi.task.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A record as a part for each component, each by the codec of its own type; so a reader may depend on one part alone.
///
/// @param codecs by component, in the order of the components
record RecordCodec(RecordAccess access, Map<String, Codec<?>> codecs) implements Codec<Object> {

    @Override
    @SuppressWarnings("unchecked") // every class has Object above it or is Object
    public Class<? super Object> type() {
        return (Class<? super Object>) access.type();
    }

    /// Names the codecs of the components, so that a new version of one of them counts.
    @Override
    public String id() {
        return codecs.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().id() + "/"
                        + entry.getValue().version())
                .collect(Collectors.joining(",", "record(", ")"));
    }

    @Override
    public int version() {
        return 1;
    }

    Optional<Codec<?>> codecOf(String component) {
        return Optional.ofNullable(codecs.get(component));
    }

    @Override
    public Encoded encode(Object value, Scratch scratch) throws IOException {
        SortedMap<String, Encoded> parts = new TreeMap<>();
        int index = 0;
        for (Map.Entry<String, Codec<?>> entry : codecs.entrySet()) {
            parts.put(entry.getKey(), encode(entry.getValue(), component(value, index++), scratch));
        }
        return new Encoded.Parts(parts);
    }

    @Override
    public Object decode(Stored stored) throws IOException {
        return decoded(stored, Codec::decode);
    }

    @Override
    public Object decode(Stored stored, Scratch scratch) throws IOException {
        return decoded(stored, (codec, part) -> codec.decode(part, scratch));
    }

    private Object decoded(Stored stored, Decoding decoding) throws IOException {
        if (!(stored instanceof Stored.Parts(SortedMap<String, Stored> parts))
                || !parts.keySet().equals(codecs.keySet())) {
            throw new IOException("The stored value has not the parts " + codecs.keySet() + ".");
        }
        List<Object> values = new ArrayList<>();
        for (Map.Entry<String, Codec<?>> entry : codecs.entrySet()) {
            values.add(decoding.decode(entry.getValue(), part(parts, entry.getKey())));
        }
        try {
            return access.create(values.toArray());
        } catch (RuntimeException e) {
            throw new IOException(
                    access.type().getSimpleName() + " refuses its stored components: " + e.getMessage(), e);
        }
    }

    private static Stored part(SortedMap<String, Stored> parts, String name) throws IOException {
        Stored part = parts.get(name);
        if (part == null) {
            throw new IOException("The stored value has no part '" + name + "'.");
        }
        return part;
    }

    /// What is expected of each component by its own codec.
    @Override
    public Expectations<Object> expectations() {
        return value -> {
            List<Violation> violations = new ArrayList<>();
            int index = 0;
            for (Map.Entry<String, Codec<?>> entry : codecs.entrySet()) {
                for (Violation violation : check(entry.getValue(), component(value, index++))) {
                    violations.add(new Violation(
                            "in " + entry.getKey() + ", " + violation.expectation(),
                            violation.found(),
                            violation.level()));
                }
            }
            return violations;
        };
    }

    /// The profiles of those components that have one, by name.
    @Override
    public Optional<JsonObject> profile(Object value) {
        JsonObjectBuilder profiles = JsonObject.builder();
        int index = 0;
        for (Map.Entry<String, Codec<?>> entry : codecs.entrySet()) {
            profiles.putIfPresent(entry.getKey(), profile(entry.getValue(), component(value, index++)));
        }
        return Optional.of(profiles.build()).filter(found -> !found.members().isEmpty());
    }

    @Override
    public List<String> compare(JsonObject before, JsonObject now) {
        List<String> jumps = new ArrayList<>();
        for (Map.Entry<String, Codec<?>> entry : codecs.entrySet()) {
            Optional<JsonObject> then = before.findObject(entry.getKey());
            Optional<JsonObject> here = now.findObject(entry.getKey());
            if (then.isPresent() && here.isPresent()) {
                entry.getValue()
                        .compare(then.get(), here.get())
                        .forEach(jump -> jumps.add("in " + entry.getKey() + ", " + jump));
            }
        }
        return jumps;
    }

    private Object component(Object value, int index) {
        Object component = access.read(value, index);
        if (component == null) {
            throw new RefusedException(List.of(new Refusal(
                    access.type().getSimpleName() + "."
                            + access.components().get(index).getName(),
                    "is null",
                    "return a value in its place")));
        }
        return component;
    }

    @SuppressWarnings("unchecked") // the codec was chosen for the component's type
    private static Encoded encode(Codec<?> codec, Object value, Scratch scratch) throws IOException {
        return ((Codec<Object>) codec).encode(value, scratch);
    }

    @SuppressWarnings("unchecked") // the codec was chosen for the component's type
    private static List<Violation> check(Codec<?> codec, Object value) {
        return ((Expectations<Object>) codec.expectations()).check(value);
    }

    @SuppressWarnings("unchecked") // the codec was chosen for the component's type
    private static Optional<JsonObject> profile(Codec<?> codec, Object value) {
        return ((Codec<Object>) codec).profile(value);
    }

    @FunctionalInterface
    private interface Decoding {
        Object decode(Codec<?> codec, Stored part) throws IOException;
    }
}
