package dev.wadachi.engine;

import dev.wadachi.digest.Digest;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Failures that others in this process were waiting for: they share them rather than fail once more.
///
/// Remembered only for those who already waited when it failed; the next run tries again. Thread-safe.
final class SharedFailures {

    private static final int MOST = 1_000;
    private static final SharedFailures INSTANCE = new SharedFailures();

    /// @param store where the store is
    /// @param fingerprint of what failed
    private record Place(String store, Digest fingerprint) {}

    private record Failed(Failure failure, long atNanos) {}

    private final Map<Place, Failed> failed = new LinkedHashMap<>();

    static SharedFailures ofProcess() {
        return INSTANCE;
    }

    synchronized void failed(String store, Digest fingerprint, Failure failure) {
        failed.put(new Place(store, fingerprint), new Failed(failure, System.nanoTime()));
        Iterator<Place> oldest = failed.keySet().iterator();
        while (failed.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
    }

    /// The failure that happened after somebody began to wait.
    synchronized Optional<Failure> since(String store, Digest fingerprint, long nanos) {
        return Optional.ofNullable(failed.get(new Place(store, fingerprint)))
                .filter(each -> each.atNanos() - nanos >= 0)
                .map(Failed::failure);
    }
}
