package dev.wadachi.engine;

import dev.wadachi.digest.Contents;
import dev.wadachi.digest.Fingerprint;
import dev.wadachi.store.FileRead;
import dev.wadachi.store.Output;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// Makes fingerprints: under which inputs a node's value would be computed now.
final class Fingerprints {

    /// Raised when the same inputs would be written down in another way.
    private static final String SCHEME = "1";

    private static final String JDK = String.valueOf(Runtime.version().feature());

    private final Codes codes;
    private final Resources outside;
    private final Contents contents;
    private final Map<String, String> conventions;

    Fingerprints(Codes codes, Resources outside, Contents contents, Conventions conventions) {
        this.codes = codes;
        this.outside = outside;
        this.contents = contents;
        this.conventions = conventions.entries();
    }

    /// The fingerprint of a node whose upstreams gave these outputs.
    ///
    /// An upstream whose value is a record of parts does not count as a whole: the parts that the body loads are
    /// recorded as it loads them, so another part may change without a rerun.
    ///
    /// @param outputs each upstream's output, or empty where it is not known yet: such an entry is left out
    /// @param reads is told of the files that a source asks for
    Fingerprint of(Node node, Function<Node, Optional<Output>> outputs, Consumer<FileRead> reads) throws Exception {
        SortedMap<String, String> entries = howComputed(node);
        node.parameters.forEach(parameter ->
                entries.put("parameter." + parameter.name(), parameter.digest().hex()));
        for (Node.Upstream upstream : node.upstreams) {
            outputs.apply(upstream.node())
                    .ifPresent(
                            output -> entries.put("upstream." + upstream.component(), digest(upstream.node(), output)));
        }
        if (node.task instanceof Source<?> source) {
            Contents noted = new NotedContents(contents, node.key, outside.path(""), reads);
            entries.put(
                    "stamp",
                    Contents.<Stamp, Exception>lend(noted, () -> source.stamp(outside))
                            .text());
        }
        return Fingerprint.of(entries);
    }

    /// The part of a fingerprint that says how a value is computed, whatever it is computed from.
    Fingerprint surroundings(Node node) {
        return Fingerprint.of(howComputed(node));
    }

    private SortedMap<String, String> howComputed(Node node) {
        SortedMap<String, String> entries = new TreeMap<>(codes.entries(node));
        entries.putAll(conventions);
        entries.put("scheme", SCHEME);
        entries.put("task", node.key.task());
        entries.put("jdk", JDK);
        entries.put("codec", node.codec.id() + "/" + node.codec.version());
        return entries;
    }

    private static String digest(Node upstream, Output output) {
        return Parting.isByComponent(upstream) ? "by part" : output.digest().hex();
    }
}
