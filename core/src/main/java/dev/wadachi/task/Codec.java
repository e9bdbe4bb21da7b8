package dev.wadachi.task;

import dev.wadachi.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// How values of one type become bytes, and come back.
///
/// The engine hands on only what was decoded from stored bytes, so a value looks the same on the first run and on
/// a later hit. Leaf types are offered through `java.util.ServiceLoader`. Implementations are stateless and
/// thread-safe.
///
/// @param <T> the type of the values
public interface Codec<T> {

    /// The type that this codec is chosen for.
    Class<? super T> type();

    /// A short name such as `parquet`: part of every fingerprint.
    String id();

    /// Raised when the same value would be encoded as other bytes.
    int version();

    /// Encodes a value: equal values give equal bytes, in any process.
    ///
    /// @param scratch where files may be written that the store then adopts
    Encoded encode(T value, Scratch scratch) throws IOException;

    /// Decodes a value. May be lazy, as a table on its file is.
    T decode(Stored stored) throws IOException;

    /// Decodes a value that needs files of its own, as a folder does.
    ///
    /// @param scratch where they are made; they stay as long as the store is open
    default T decode(Stored stored, Scratch scratch) throws IOException {
        return decode(stored);
    }

    /// The endings of file names, such as `csv`, that say how a value is written for a program that reads no store;
    /// empty where values have one form alone, whatever their file is called.
    default Set<String> endings() {
        return Set.of();
    }

    /// Writes a value for a program that reads no store, such as a step in another language: a file, or a folder
    /// where the value has several parts. Unless said otherwise it is written as it is stored.
    ///
    /// @param file where nothing is yet; its ending is one of [#endings], where there are any
    /// @param scratch for files on the way, on the same file system
    default void write(T value, Path file, Scratch scratch) throws IOException {
        encode(value, scratch).putAt(file);
    }

    /// What every value of this type is expected to be, such as not empty.
    default Expectations<T> expectations() {
        return Expectations.none();
    }

    /// A summary of a value for people and for comparison, such as the statistics of a table's columns; kept with its
    /// trace. Asked once, of the value as it was stored. Equal values give equal profiles.
    default Optional<JsonObject> profile(T value) {
        return Optional.empty();
    }

    /// The parts of a value that readers know by name, such as the columns of a table, with what each holds; told from
    /// its profile. Empty for values without such parts.
    ///
    /// @param profile the profile of a value, perhaps made by an earlier version of this codec
    default SequencedMap<String, String> columns(JsonObject profile) {
        return new LinkedHashMap<>();
    }

    /// What stands out between the profiles of two values of one task, a sentence each; they become warnings.
    ///
    /// @param before the profile of an earlier value, perhaps made by an earlier version of this codec
    /// @param now the profile of the value that was just stored
    default List<String> compare(JsonObject before, JsonObject now) {
        return List.of();
    }
}
