package dev.wadachi.remote;

import static java.util.Objects.requireNonNull;

import dev.wadachi.store.Sharing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// A place of each test's own in a real bucket, behind a [Line] that can be made to fail.
///
/// One server, started by the first test that needs it, serves all of them.
final class TeamBucket implements BeforeEachCallback, AfterEachCallback {

    private static final Namespace SHARED = Namespace.create(TeamBucket.class);
    private static final AtomicInteger PLACES = new AtomicInteger();

    private final String prefix = "team-" + PLACES.incrementAndGet();
    private @Nullable BucketServer server;
    private @Nullable Line line;

    /// The server, stopped when the last test has ended.
    private record Running(BucketServer server, Path folder) implements AutoCloseable {

        static Running start() {
            try {
                Path folder = Files.createTempDirectory("bucket-server");
                return new Running(BucketServer.start(folder), folder);
            } catch (Exception e) {
                throw new IllegalStateException("the server of the tests does not start", e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        server = test.getRoot()
                .getStore(SHARED)
                .computeIfAbsent(Running.class, _ -> Running.start(), Running.class)
                .server();
        line = Line.to(server().port());
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        line().close();
    }

    /// What lies between the test and the server.
    Line line() {
        return requireNonNull(line);
    }

    private BucketServer server() {
        return requireNonNull(server);
    }

    /// The name of the test's place.
    String prefix() {
        return prefix;
    }

    /// `s3://bucket/prefix`.
    String location() {
        return "s3://" + BucketServer.BUCKET + "/" + prefix;
    }

    /// A machine of the team, behind the line.
    Machine machine(Path folder, Sharing sharing) {
        return Machine.in(folder, location(), line().address(), sharing);
    }

    /// The server itself, which no line makes fail.
    String endpoint() {
        return "http://127.0.0.1:" + server().port();
    }

    /// The file that holds an object of the test's place.
    Path file(String object) {
        return server().file(prefix).resolve(object);
    }

    /// How many objects lie in the test's place.
    long count() throws IOException {
        return server().count(prefix);
    }

    /// How many objects lie below a folder of the test's place.
    long count(String below) throws IOException {
        return server().count(prefix + "/" + below);
    }

    /// Makes all objects of the test's place two days older.
    void twoDaysPass() throws IOException {
        try (Stream<Path> files = Files.walk(file(""))) {
            FileTime before = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, before);
            }
        }
    }
}
