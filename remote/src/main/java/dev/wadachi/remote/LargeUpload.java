package dev.wadachi.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.opendal.AsyncOperator;
import org.apache.opendal.OpenDALException;
import org.apache.opendal.Operator;

/// Writes a large file as an object in parts; the object appears when the last part has come.
///
/// The writing blocks in native code, which nothing can interrupt. So it has a thread of its own, and is given up when
/// no part has come through for as long as a request may take; the thread ends when the connection does. An object that
/// was given up never appears; its parts go as the bucket's rule for incomplete uploads says.
final class LargeUpload {

    private final Path file;
    private final AsyncOperator operator;
    private final String name;
    private final Duration patience;
    private final String location;
    private final AtomicLong written = new AtomicLong();

    LargeUpload(Path file, AsyncOperator operator, String name, Duration patience, String location) {
        this.file = file;
        this.operator = operator;
        this.name = name;
        this.patience = patience;
        this.location = location;
    }

    void run() throws IOException {
        var done = new CompletableFuture<Void>();
        Thread.ofPlatform().daemon().name("wadachi-upload-" + name).start(() -> {
            try {
                copy();
                done.complete(null);
            } catch (Throwable e) { // Whatever it is, it is the uploader's to tell.
                done.completeExceptionally(e);
            }
        });
        await(done);
    }

    private void copy() throws IOException {
        try (Operator blocking = operator.blocking();
                InputStream in = Files.newInputStream(file);
                OutputStream out = blocking.createOutputStream(name, BucketStorage.PART)) {
            byte[] buffer = new byte[1 << 20];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                written.addAndGet(read);
            }
        }
    }

    private void await(CompletableFuture<Void> done) throws IOException {
        boolean interrupted = false;
        try {
            for (long before = -1; ; ) {
                try {
                    done.get(patience.toNanos(), TimeUnit.NANOSECONDS);
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException e) {
                    long now = written.get();
                    if (now == before) {
                        throw new Unreachable(location + " took no part of " + name + " within "
                                + patience.toMillis() / 1000.0 + " s; " + now + " bytes had come through");
                    }
                    before = now;
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof OpenDALException trouble
                    ? BucketTrouble.of(trouble, location)
                    : e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
