package dev.wadachi.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.opendal.AsyncOperator;
import org.apache.opendal.Entry;
import org.apache.opendal.ListOptions;
import org.apache.opendal.Metadata;
import org.apache.opendal.OpenDALException;
import org.apache.opendal.WriteOptions;

/// A bucket, by Apache OpenDAL: S3 and whatever speaks its protocol, Google Cloud Storage, Azure Blob Storage.
///
/// OpenDAL's requests have no time limit of their own from Java, so each is waited for as long as `patience` says and
/// then given up. That is why even large objects travel in parts of [#PART]: a part must come through in that time,
/// however large the whole is.
final class BucketStorage implements ObjectStorage {

    /// At least 5 MiB, which is the least that S3 takes as a part; 10,000 of these are 160 GiB.
    static final int PART = 16 << 20;

    /// A listing takes as many requests as it has thousands of objects, of which only the last is seen to end.
    private static final int PAGES = 10;

    private static final WriteOptions IF_ABSENT =
            WriteOptions.builder().ifNotExists(true).build();
    private static final ListOptions DEEP =
            ListOptions.builder().recursive(true).build();

    /// How many objects of some size may be in memory at once, each with a part.
    private static final int MOST_LARGE = 4;

    private static final int LARGE = 1 << 20;

    private final AsyncOperator operator;
    private final String location;
    private final Duration patience;
    private final Semaphore large = new Semaphore(MOST_LARGE);

    private BucketStorage(AsyncOperator operator, String location, Duration patience) {
        this.operator = operator;
        this.location = location;
        this.patience = patience;
    }

    /// A bucket. No request is made yet.
    ///
    /// @param service OpenDAL's name of the protocol, such as `s3`
    /// @param settings OpenDAL's settings of it
    /// @param patience how long a request may take
    /// @throws Denied if the settings make no sense
    static BucketStorage open(String service, Map<String, String> settings, String location, Duration patience)
            throws Denied {
        try {
            return new BucketStorage(AsyncOperator.of(service, settings), location, patience);
        } catch (OpenDALException e) {
            throw new Denied(BucketTrouble.text(e, location));
        }
    }

    /// Nothing: who may make buckets, and where, is more than a store should decide.
    @Override
    public void make() {}

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        return orAbsent(operator.read(name));
    }

    @Override
    public boolean download(StoredObject object, Path file) throws IOException {
        boolean isLarge = object.size() > LARGE;
        if (isLarge) {
            large.acquireUninterruptibly();
        }
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            for (long from = 0; from < object.size(); from += PART) {
                out.write(await(operator.read(object.name(), from, Math.min(PART, object.size() - from))));
            }
            return true;
        } catch (BucketTrouble.Absent absent) {
            return false;
        } finally {
            if (isLarge) {
                large.release();
            }
        }
    }

    @Override
    public Optional<StoredObject> facts(String name) throws IOException {
        return orAbsent(operator.stat(name)).map(facts -> object(name, facts));
    }

    @Override
    public List<StoredObject> list(String folder) throws IOException {
        return await(operator.list(folder + "/", DEEP), patience.multipliedBy(PAGES)).stream()
                .filter(entry -> entry.metadata.isFile())
                .map(entry -> object(entry.path, entry.metadata))
                .toList();
    }

    @Override
    public List<String> children(String folder) throws IOException {
        String prefix = folder + "/";
        return await(operator.list(prefix)).stream()
                .map(Entry::getPath)
                .filter(path -> path.length() > prefix.length())
                .map(path -> path.substring(prefix.length()).replace("/", ""))
                .toList();
    }

    private static StoredObject object(String name, Metadata facts) {
        return new StoredObject(
                name, facts.contentLength, facts.lastModified, Objects.requireNonNullElse(facts.etag, ""));
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        await(operator.write(name, content));
    }

    @Override
    public boolean writeIfAbsent(String name, byte[] content) throws IOException {
        try {
            await(operator.write(name, content, IF_ABSENT));
            return true;
        } catch (BucketTrouble.Taken taken) {
            return false;
        }
    }

    @Override
    public void upload(String name, Path file) throws IOException {
        long size = Files.size(file);
        if (size <= LARGE) {
            write(name, Files.readAllBytes(file));
            return;
        }
        large.acquireUninterruptibly();
        try {
            if (size <= PART) {
                write(name, Files.readAllBytes(file));
            } else {
                new LargeUpload(file, operator, name, patience, location).run();
            }
        } finally {
            large.release();
        }
    }

    /// Copied by the bucket itself, then removed. A kill in between leaves both.
    @Override
    public boolean move(String from, String to) throws IOException {
        try {
            await(operator.copy(from, to));
        } catch (BucketTrouble.Absent absent) {
            return false;
        }
        await(operator.delete(from));
        return true;
    }

    @Override
    public void delete(String name) throws IOException {
        await(operator.delete(name));
    }

    private <T> Optional<T> orAbsent(CompletableFuture<T> answer) throws IOException {
        try {
            return Optional.of(await(answer));
        } catch (BucketTrouble.Absent absent) {
            return Optional.empty();
        }
    }

    private <T> T await(CompletableFuture<T> answer) throws IOException {
        return await(answer, patience);
    }

    /// Waits through interrupts: a stopped run still writes to the store.
    private <T> T await(CompletableFuture<T> answer, Duration patience) throws IOException {
        boolean interrupted = false;
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                try {
                    return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException e) {
            // Not cancelled: OpenDAL would look for it in vain when the answer comes after all, and say so loudly.
            throw new Unreachable(location + " gave no answer within " + patience.toMillis() / 1000.0 + " s");
        } catch (ExecutionException e) {
            throw BucketTrouble.of(Objects.requireNonNullElse(e.getCause(), e), location);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public String describe() {
        return location;
    }

    @Override
    public void close() {
        operator.close();
    }
}
