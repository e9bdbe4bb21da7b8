package dev.wadachi.remote;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// A real server that speaks S3's protocol, on a free port of this machine; its objects are files of a folder.
final class BucketServer implements AutoCloseable {

    static final String BUCKET = "team-bucket";

    private final Path folder;
    private final S3Proxy server;

    private BucketServer(Path folder, S3Proxy server) {
        this.folder = folder;
        this.server = server;
    }

    /// Starts one. It knows the credentials that the build puts into the environment of tests, and no others.
    static BucketServer start(Path folder) throws Exception {
        Files.createDirectories(folder.resolve(BUCKET));
        S3Proxy server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4,
                        System.getenv("AWS_ACCESS_KEY_ID"),
                        System.getenv("AWS_SECRET_ACCESS_KEY"))
                .build();
        server.start();
        return new BucketServer(folder, server);
    }

    int port() {
        return server.getPort();
    }

    /// The file that holds an object.
    Path file(String object) {
        return folder.resolve(BUCKET).resolve(object);
    }

    /// How many objects lie below a folder.
    long count(String below) throws IOException {
        if (!Files.isDirectory(file(below))) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(file(below))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("the server of the tests does not stop", e);
        }
    }
}
