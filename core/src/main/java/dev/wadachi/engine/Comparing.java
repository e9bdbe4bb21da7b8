package dev.wadachi.engine;

import dev.wadachi.code.Warning;
import dev.wadachi.digest.Digest;
import dev.wadachi.store.Output;
import dev.wadachi.store.Recorded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the first difference between two values of one task, and what may have caused it.
final class Comparing {

    private static final int AROUND = 40;
    private static final Set<String> READABLE = Set.of("json", "text");

    private Comparing() {}

    static Verified outputs(Node node, Recorded kept, Output now, Workshop shop) {
        Output then = kept.trace().output();
        if (then.digest().equals(now.digest())) {
            return new Verified(
                    node.key, node.label(), then.digest(), now.digest(), "", List.of(), Verified.Verdict.SAME);
        }
        boolean isMeant = node.traits.determinism() == Traits.Determinism.DISCLAIMED;
        List<String> suspects = isMeant || node.traits.version().isPresent()
                ? List.of()
                : shop.codes().of(node).warnings().stream().map(Warning::text).toList();
        return new Verified(
                node.key,
                node.label(),
                then.digest(),
                now.digest(),
                difference(node, then, now, shop),
                suspects,
                isMeant ? Verified.Verdict.MEANT_TO_DIFFER : Verified.Verdict.DIFFERENT);
    }

    private static String difference(Node node, Output then, Output now, Workshop shop) {
        if (then instanceof Output.Parts(var _, var _, var before)
                && now instanceof Output.Parts(var _, var _, var after)) {
            for (Map.Entry<String, Output> part : before.entrySet()) {
                Output other = after.get(part.getKey());
                if (other == null) {
                    return "part " + part.getKey() + " is gone";
                }
                if (!other.digest().equals(part.getValue().digest())) {
                    return "part " + part.getKey() + ": " + difference(node, part.getValue(), other, shop);
                }
            }
            return "there are new parts";
        }
        return bytes(node, then.digest(), now.digest(), shop);
    }

    private static String bytes(Node node, Digest then, Digest now, Workshop shop) {
        try {
            byte[] before = shop.store()
                    .blobs()
                    .find(then)
                    .orElseThrow(IOException::new)
                    .bytes();
            byte[] after =
                    shop.store().blobs().find(now).orElseThrow(IOException::new).bytes();
            int at = Arrays.mismatch(before, after);
            return READABLE.contains(node.codec.id())
                    ? "at character " + at + ": " + around(before, at) + " was kept, " + around(after, at) + " came now"
                    : "at byte " + at + " (" + before.length + " bytes were kept, " + after.length + " came now)";
        } catch (IOException gone) {
            return "the kept bytes are gone, so there is nothing to compare with";
        }
    }

    private static String around(byte[] bytes, int at) {
        int from = Math.max(0, at - AROUND / 2);
        int to = Math.min(bytes.length, at + AROUND / 2);
        return "'" + new String(bytes, from, to - from, StandardCharsets.UTF_8) + "'";
    }
}
