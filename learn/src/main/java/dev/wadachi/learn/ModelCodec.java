package dev.wadachi.learn;

import dev.wadachi.model.Model;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.Scratch;
import dev.wadachi.task.Stored;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Keeps a model as the files that it is saved as, each a part of its own.
public final class ModelCodec implements Codec<Model> {

    /// For `ServiceLoader`.
    public ModelCodec() {}

    @Override
    public Class<Model> type() {
        return Model.class;
    }

    @Override
    public String id() {
        return "model";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Encoded encode(Model value, Scratch scratch) {
        SortedMap<String, Encoded> parts = new TreeMap<>();
        value.files().forEach((name, bytes) -> parts.put(name, new Encoded.Bytes(bytes)));
        return new Encoded.Parts(parts);
    }

    @Override
    public Model decode(Stored stored) throws IOException {
        if (!(stored instanceof Stored.Parts(SortedMap<String, Stored> parts))) {
            throw new IOException("a model is kept as several files, but here is one");
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Map.Entry<String, Stored> part : parts.entrySet()) {
            if (!(part.getValue() instanceof Stored.Whole whole)) {
                throw new IOException("the model's file " + part.getKey() + " is a folder");
            }
            files.put(part.getKey(), whole.blob().bytes());
        }
        return Model.ofFiles(files);
    }
}
