package dev.wadachi.engine;

import dev.wadachi.codec.Codecs;
import dev.wadachi.store.Output;
import dev.wadachi.task.Codec;

/// Which values are records of parts, each stored on its own, so that a reader may depend on one part alone.
final class Parting {

    private Parting() {}

    static boolean isByComponent(Node node) {
        return Codecs.isByComponent(node.codec);
    }

    /// One part of a value.
    static Output part(Output output, String name) {
        Output part = output instanceof Output.Parts parts ? parts.parts().get(name) : null;
        if (part == null) {
            throw new IllegalArgumentException(
                    "there is no part '" + name + "' in " + output.digest().shortHex());
        }
        return part;
    }

    /// The codec of one part.
    static Codec<?> codec(Node node, String name) {
        return Codecs.ofComponent(node.codec, name)
                .orElseThrow(() -> new IllegalArgumentException(node.label() + " gives no part '" + name + "'"));
    }
}
