package dev.wadachi.store;

/// Somebody is told what a store has to say, until this is closed.
@FunctionalInterface
public interface Listening extends AutoCloseable {

    @Override
    void close();
}
