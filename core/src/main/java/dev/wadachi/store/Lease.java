package dev.wadachi.store;

/// The right to compute what belongs to one fingerprint, until it is closed or its process ends.
///
/// A lease saves work and never guards correctness: a store is right even if two processes hold the same one.
/// It may be closed by another thread than the one that took it, and more than once.
public interface Lease extends AutoCloseable {

    @Override
    void close();
}
