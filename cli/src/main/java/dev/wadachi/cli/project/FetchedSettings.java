package dev.wadachi.cli.project;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A team's settings from the web: fetched once, with a line that says so, and kept under their digest. As long as a
/// project pins that digest, nothing is fetched again.
///
/// @param cache the user's folder for what can be fetched again
record FetchedSettings(Path cache) {

    private static final int MOST_BYTES = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Logger LOG = System.getLogger(FetchedSettings.class.getName());

    byte[] of(String address, Optional<Digest> pin) {
        Optional<Path> kept =
                pin.map(digest -> cache.resolve("wadachi").resolve("settings").resolve(digest.hex() + ".toml"));
        try {
            if (kept.filter(Files::isRegularFile).isPresent()) {
                return Files.readAllBytes(kept.get());
            }
            byte[] bytes = fetch(address);
            LOG.log(Level.INFO, "fetched " + address + " for " + Configuration.FILE);
            if (pin.filter(Digest.of(bytes)::equals).isPresent()) {
                AtomicFiles.replace(kept.orElseThrow(), fresh -> Files.write(fresh, bytes));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot fetch " + address + ", which the settings extend", e);
        }
    }

    private static byte[] fetch(String address) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(MOST_BYTES + 1);
                if (response.statusCode() != 200 || bytes.length > MOST_BYTES) {
                    throw new ProjectProblem(address + " cannot be extended: it answered with status "
                            + response.statusCode() + " and " + bytes.length + " bytes, where at most " + MOST_BYTES
                            + " are taken");
                }
                return bytes;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
