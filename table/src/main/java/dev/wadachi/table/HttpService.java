package dev.wadachi.table;

import dev.wadachi.digest.Digest;
import dev.wadachi.task.OutsideException;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Stamp;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// A web service that takes batches, as a resource describes it.
///
/// Redirects are not followed: they would take the secrets elsewhere.
///
/// @param name the resource
/// @param url where batches go
/// @param version where the state is asked, or null
/// @param missing whether the version may be missing
/// @param authorization the header of that name, or null
record HttpService(
        String name,
        URI url,
        @Nullable URI version,
        Missing missing,
        @Nullable String authorization,
        HttpClient client) implements AutoCloseable {

    private static final int ATTEMPTS = 5;
    private static final int SHOWN = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Set<Integer> LATER = Set.of(429, 500, 502, 503, 504);
    private static final Set<String> SETTINGS = Set.of("url", "version", "empty", "authorization");
    private static final String NOT_FOUND = "404";

    /// What it means that nothing is found at the address of the version.
    private enum Missing {
        /// The address is wrong.
        REFUSE,
        /// The service holds nothing yet.
        EMPTY
    }

    static HttpService of(String name, Resources from) {
        Map<?, ?> settings = settings(name, from);
        return new HttpService(
                name,
                address(name, String.valueOf(settings.get("url"))),
                settings.get("version") instanceof String version ? address(name, version) : null,
                NOT_FOUND.equals(settings.get("empty")) ? Missing.EMPTY : Missing.REFUSE,
                settings.get("authorization") instanceof String secret ? secret : null,
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    }

    private static Map<?, ?> settings(String name, Resources from) {
        Map<?, ?> settings = from.resource(Map.class, name);
        if (!(settings.get("url") instanceof String) || !SETTINGS.containsAll(settings.keySet())) {
            throw new OutsideException("the resource '" + name
                    + "' is to have a url, and may have version, empty and authorization, but it has "
                    + settings.keySet());
        }
        if (settings.containsKey("empty") && !NOT_FOUND.equals(settings.get("empty"))) {
            throw new OutsideException("the resource '" + name + "' may say empty = \"404\", if its version is"
                    + " not there before any rows are, but it says '" + settings.get("empty") + "'");
        }
        return settings;
    }

    /// Which service it is, without secrets: what may be one in its address, its resource's name stands for.
    static String target(String name, Resources from) {
        URI url = address(name, String.valueOf(settings(name, from).get("url")));
        return "the service " + where(url) + (url.getRawQuery() == null ? "" : " of the resource '" + name + "'");
    }

    private static URI address(String name, String text) {
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException e) {
            // Neither its text nor what is wrong with it: an address may hold secrets.
            throw unusable(name);
        }
        if (address.getHost() == null || !Set.of("http", "https").contains(String.valueOf(address.getScheme()))) {
            throw unusable(name);
        }
        return address;
    }

    private static OutsideException unusable(String name) {
        return new OutsideException(
                "the resource '" + name + "' is to have addresses that begin with http:// or https://");
    }

    /// Where it is, without what may be a secret in its address.
    URI place() {
        return URI.create(where(url));
    }

    private static String where(URI address) {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort())
                + Optional.ofNullable(address.getRawPath()).orElse("");
    }

    /// Makes sure, before anything is sent, that the version will tell what comes of it.
    ///
    /// @throws IOException if it does not answer, or not as its configuration promises
    void requireVersion() throws IOException {
        if (version != null) {
            state();
        }
    }

    /// What the service says of its state; empty if it says nothing.
    ///
    /// @throws IOException if it does not answer, or not as its configuration promises
    Optional<Stamp> state() throws IOException {
        if (version == null) {
            HttpResponse<String> answer = asked(request(url).method("HEAD", BodyPublishers.noBody()));
            return answer.statusCode() == 200 ? tag(answer) : Optional.empty();
        }
        HttpResponse<String> answer = asked(request(version).GET());
        return switch (answer.statusCode()) {
            case 200 ->
                tag(answer)
                        .or(() -> Optional.of(Stamp.of(Digest.of(answer.body().getBytes(StandardCharsets.UTF_8)))));
            case 404 -> {
                if (missing == Missing.REFUSE) {
                    throw new OutsideException("asked for its version at " + where(version) + ", " + told(answer)
                            + "; mend version in [resources." + name + "], take it out if the service has none, or say"
                            + " empty = \"404\" there if it has none before any rows are sent");
                }
                yield Optional.of(Stamp.of("nothing there"));
            }
            default -> throw new IOException("asked for its version at " + where(version) + ", " + told(answer));
        };
    }

    private static Optional<Stamp> tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").map(tag -> Stamp.of("ETag " + tag));
    }

    /// Sends a batch until it is taken.
    ///
    /// @throws IOException if it is refused, or nobody takes it: with the service's words
    void post(String lines, String key, long number) throws IOException {
        HttpResponse<String> answer = asked(request(url)
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(lines)));
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("batch " + Preview.grouped(number) + " was not taken: " + told(answer)
                    + (number == 1 ? "" : "\n  the batches before it were; the next run sends all of them again"));
        }
    }

    private String told(HttpResponse<String> answer) {
        String text = answer.body().strip();
        return "the service '" + name + "' answered " + answer.statusCode()
                + (text.isEmpty() ? "" : ": " + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text));
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    /// The answer to a request that is made again while it finds none, or one that says "later".
    private HttpResponse<String> asked(HttpRequest.Builder request) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Optional<String> later = Optional.empty();
            try {
                HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
                if (!LATER.contains(answer.statusCode()) || attempt == ATTEMPTS) {
                    return answer;
                }
                later = answer.headers().firstValue("Retry-After");
            } catch (InterruptedException stop) {
                throw stopped();
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new IOException(
                            "the service '" + name + "' at " + place() + " gave no answer " + ATTEMPTS + " times: " + e,
                            e);
                }
            }
            pause(attempt, later);
        }
    }

    /// As long as the service asks for, or else drawn below a limit that doubles.
    private void pause(int attempt, Optional<String> asked) throws InterruptedIOException {
        long limit = FIRST_PAUSE.toMillis() << (attempt - 1);
        long millis = asked.filter(text -> text.matches("\\d{1,6}"))
                .map(seconds -> Long.parseLong(seconds) * 1000)
                .orElseGet(() -> ThreadLocalRandom.current().nextLong(limit / 2, limit + 1));
        try {
            Thread.sleep(Math.min(millis, LONGEST_PAUSE.toMillis()));
        } catch (InterruptedException stop) {
            throw stopped();
        }
    }

    private InterruptedIOException stopped() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("told to stop while the service '" + name + "' was asked");
    }

    /// Without its secrets.
    @Override
    public String toString() {
        return "HttpService[" + name + " at " + place() + "]";
    }

    @Override
    public void close() {
        client.close();
    }
}
