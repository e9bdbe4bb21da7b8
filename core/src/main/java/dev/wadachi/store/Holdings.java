package dev.wadachi.store;

import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The small objects of a place that say what people and projects said or did: listed, read, and put once. What cannot
/// be done, and what is damaged, is told in the same words for all of them.
///
/// @param place where they lie
record Holdings(Place place) {

    /// The simple names of all that lies directly in a folder, in no order.
    List<String> list(String folder) {
        try {
            return place.list(folder, Integer.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + " in " + place.describe(), e);
        }
    }

    /// The bytes of an object, or empty if there is none.
    Optional<byte[]> read(String name) {
        try {
            return place.read(name);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + " in " + place.describe(), e);
        }
    }

    /// What a sealed object says, or empty if there is none. For what must not be passed over where it is damaged.
    ///
    /// @param reading how it is understood
    /// @param remedy what to do where nobody else has it, after it was removed
    /// @throws StoreException if it is damaged
    <T> Optional<T> read(String name, Function<JsonObject, T> reading, String remedy) {
        Optional<byte[]> bytes = read(name);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        JsonObject json =
                SealedJson.open(bytes.get()).orElseThrow(() -> damaged(name, "its checksum does not hold", remedy));
        try {
            return Optional.of(reading.apply(json));
        } catch (JsonException | IllegalArgumentException | DateTimeException e) {
            throw damaged(name, String.valueOf(e.getMessage()), remedy);
        }
    }

    private StoreException damaged(String name, String damage, String remedy) {
        return new StoreException("The file " + name + " in " + place.describe() + " is damaged: " + damage
                + ". Bring it back from where you share it, or remove it and " + remedy + ".");
    }

    /// Puts an object that survives a power cut from then on, unless there is one of this name.
    ///
    /// @return whether there was none
    boolean put(String name, byte[] content) {
        try {
            return place.putIfAbsent(name, content, Sync.AT_ONCE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + name + " in " + place.describe(), e);
        }
    }

    /// Where they lie, for messages.
    String describe() {
        return place.describe();
    }
}
