package dev.wadachi.engine;

import dev.wadachi.codec.Codecs;
import dev.wadachi.digest.Hasher;
import dev.wadachi.digest.Key;
import dev.wadachi.store.Output;
import dev.wadachi.store.Store;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.Given;
import dev.wadachi.task.Stored;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Values at hand as nodes: a [Given] means its bytes, so it is encoded and stored when the graph is built.
final class GivenValues {

    private static final String NAME = "Given";

    private final Store store;

    GivenValues(Store store) {
        this.store = store;
    }

    /// The node of a given value, already settled.
    Node node(Given<?> given) {
        Codec<?> codec = Codecs.ofValue(given.value());
        Output output = store(codec, given.value());
        Key key = new Key(
                NAME, Hasher.create().text(codec.id()).digest(output.digest()).finish());
        Node node = new Node(key, NAME, given, codec, List.of(), List.of(), Set.of());
        node.settlement = new Settlement.Valued(output, List.of(), Results.given(node, output));
        return node;
    }

    /// Stores a value as a codec encodes it.
    @SuppressWarnings(
            "unchecked") // the codec was chosen for this very value, or for the type of the task it stands for
    Output store(Codec<?> codec, Object value) {
        if (!codec.type().isInstance(value)) {
            throw new IllegalArgumentException(
                    "a given value is a " + value.getClass().getName() + ", but its task gives a "
                            + codec.type().getName() + "; give a value of that type");
        }
        try {
            return store.blobs().put(((Codec<Object>) codec).encode(value, store.scratch()));
        } catch (IOException e) {
            throw new UncheckedIOException("a given value could not be stored as " + codec.id(), e);
        }
    }

    /// Stores the content of a file as if a codec had written it, and reads it once to see that it is such a file.
    Output storeFile(Codec<?> codec, Path file) {
        try {
            Path copy = store.scratch().newFile();
            Files.copy(file, copy);
            Output output = store.blobs().put(new Encoded.InFile(copy));
            Stored stored = store.blobs().open(output).orElseThrow();
            codec.decode(stored);
            return output;
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "the file " + file + " cannot be read as " + codec.id() + ": " + e.getMessage(), e);
        }
    }
}
