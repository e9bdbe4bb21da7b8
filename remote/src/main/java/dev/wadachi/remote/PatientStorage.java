package dev.wadachi.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/// Makes each request again that found the remote unreachable, with growing pauses.
///
/// A conditional write whose answer was lost may have been carried out. So where a repeated one finds an object, its
/// bytes are compared: equal ones are taken for this writer's own.
final class PatientStorage implements ObjectStorage {

    /// Requests under way at once; what waits for one costs nothing.
    private static final int MOST_AT_ONCE = 32;

    private final ObjectStorage storage;
    private final Backoff backoff;
    private final Semaphore lines = new Semaphore(MOST_AT_ONCE);

    PatientStorage(ObjectStorage storage, Backoff backoff) {
        this.storage = storage;
        this.backoff = backoff;
    }

    /// A request.
    private interface Request<T> {
        /// @param attempt which one, from 1
        T make(int attempt) throws IOException;
    }

    private <T> T patiently(Request<T> request) throws IOException {
        for (int attempt = 1; ; attempt++) {
            lines.acquireUninterruptibly();
            try {
                return request.make(attempt);
            } catch (Unreachable e) {
                if (attempt >= backoff.attempts()) {
                    throw e;
                }
            } finally {
                lines.release();
            }
            pause(backoff.pause(attempt, ThreadLocalRandom.current()));
        }
    }

    /// An interrupt does not end it: the store must be right whoever is stopped.
    private static void pause(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    @Override
    public void make() throws IOException {
        storage.make();
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        return patiently(_ -> storage.read(name));
    }

    @Override
    public boolean download(StoredObject object, Path file) throws IOException {
        return patiently(_ -> {
            Files.deleteIfExists(file);
            return storage.download(object, file);
        });
    }

    @Override
    public Optional<StoredObject> facts(String name) throws IOException {
        return patiently(_ -> storage.facts(name));
    }

    @Override
    public List<StoredObject> list(String folder) throws IOException {
        return patiently(_ -> storage.list(folder));
    }

    @Override
    public List<String> children(String folder) throws IOException {
        return patiently(_ -> storage.children(folder));
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        patiently(_ -> {
            storage.write(name, content);
            return true;
        });
    }

    @Override
    public boolean writeIfAbsent(String name, byte[] content) throws IOException {
        return patiently(attempt -> storage.writeIfAbsent(name, content)
                || attempt > 1
                        && storage.read(name)
                                .filter(there -> Arrays.equals(there, content))
                                .isPresent());
    }

    @Override
    public void upload(String name, Path file) throws IOException {
        patiently(_ -> {
            storage.upload(name, file);
            return true;
        });
    }

    @Override
    public boolean move(String from, String to) throws IOException {
        return patiently(_ -> storage.move(from, to));
    }

    @Override
    public void delete(String name) throws IOException {
        patiently(_ -> {
            storage.delete(name);
            return true;
        });
    }

    @Override
    public String describe() {
        return storage.describe();
    }

    @Override
    public void close() throws IOException {
        storage.close();
    }
}
