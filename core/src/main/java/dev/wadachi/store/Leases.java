package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import java.util.Optional;

/// Who may compute what, among the threads of this process and the processes that share the store.
///
/// Hold few at a time: take one when a body is about to run, not when it is planned. Operating systems search the held
/// locks of a file one by one.
public interface Leases {

    /// Waits until nobody else holds the lease of this fingerprint, then takes it.
    ///
    /// @throws InterruptedException if this thread is interrupted while it waits; nothing is held then
    Lease acquire(Digest fingerprint) throws InterruptedException;

    /// Takes the lease of this fingerprint unless somebody holds it.
    Optional<Lease> tryAcquire(Digest fingerprint);
}
