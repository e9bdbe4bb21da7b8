package dev.wadachi.engine;

import dev.wadachi.code.CodeReader;
import dev.wadachi.code.CodeSignature;
import dev.wadachi.code.Warning;
import dev.wadachi.digest.Digest;
import dev.wadachi.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Code signatures of the classes of one graph, each read once. Thread-safe.
final class Codes {

    private record Question(Class<?> task, Set<Class<?>> held) {}

    private final CodeReader reader;
    private final Map<Question, CodeSignature> answers = new ConcurrentHashMap<>();
    private final Map<Question, SortedMap<String, String>> entries = new ConcurrentHashMap<>();

    private final Map<Digest, Digest> manifests = new ConcurrentHashMap<>();

    Codes(CodeReader reader) {
        this.reader = reader;
    }

    /// What this node's code is.
    CodeSignature of(Node node) {
        return answers.computeIfAbsent(question(node), asked -> reader.of(asked.task(), asked.held()));
    }

    /// What this node's code does that may give another answer tomorrow; nothing is asked of what has a `@Version`.
    List<Warning> warnings(Node node) {
        return node.traits.version().isPresent() ? List.of() : of(node).warnings();
    }

    /// The fingerprint's entries for this node's code: `code` or `version`, libraries and modules.
    SortedMap<String, String> entries(Node node) {
        return entries.computeIfAbsent(question(node), _ -> {
            SortedMap<String, String> found = new TreeMap<>();
            if (node.traits.version().isPresent()) {
                found.put("version", node.traits.version().get());
                return found;
            }
            CodeSignature code = of(node);
            found.put("code", code.digest().hex());
            code.libraries().forEach((library, digest) -> found.put("library." + library, digest.hex()));
            code.modules().forEach((module, version) -> found.put("module." + module, String.valueOf(version)));
            return found;
        });
    }

    /// The signature's manifest as a blob, stored once.
    Digest manifest(Node node, Store store) {
        CodeSignature code = of(node);
        return manifests.computeIfAbsent(
                code.digest(),
                _ -> store.blobs()
                        .put(code.manifest().getBytes(StandardCharsets.UTF_8))
                        .digest());
    }

    private static Question question(Node node) {
        return new Question(node.task.getClass(), node.held);
    }
}
