package dev.wadachi.engine;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import dev.wadachi.store.RunRecord;
import dev.wadachi.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Under which fingerprint the newest runs had each key's result, whether they computed or found it.
///
/// Read when it is first asked for, and once: a large run has as many events. Thread-safe.
final class LastUses {

    /// One of them may be the run that asks.
    private static final int RUNS = 4;

    private final Store store;
    private @Nullable Map<Key, Digest> uses;

    LastUses(Store store) {
        this.store = store;
    }

    /// The fingerprint's total; empty if the newest runs had nothing of this key.
    synchronized Optional<Digest> of(Key key) {
        Map<Key, Digest> known = uses;
        if (known == null) {
            known = read();
            uses = known;
        }
        return Optional.ofNullable(known.get(key));
    }

    private Map<Key, Digest> read() {
        Map<Key, Digest> read = new HashMap<>();
        List<RunRecord> runs = store.runs().newestFirst().limit(RUNS).toList();
        for (RunRecord run : runs) {
            store.runs()
                    .outcomes(
                            run.id(),
                            outcome -> outcome.result()
                                    .ifPresent(result -> read.putIfAbsent(outcome.key(), result.fingerprint())));
        }
        return read;
    }
}
