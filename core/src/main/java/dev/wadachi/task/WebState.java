package dev.wadachi.task;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What a web server says of a page without sending it.
///
/// @param text its ETag, or else when it was last modified and how long it is
record WebState(String text) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// What servers say that know no HEAD: 405, method not allowed, or 501, not implemented.
    private static final Set<Integer> NO_SUCH_METHOD = Set.of(405, 501);

    /// Redirects are followed to pages of the same or a safer kind, never from HTTPS to HTTP.
    ///
    /// A server that does not answer HEAD is asked for the page itself, of which only what comes before it is read.
    static WebState of(URI page) throws IOException {
        String scheme = String.valueOf(page.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new OutsideException("a page on the web begins with http:// or https://, but was " + page);
        }
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build()) {
            Answer answer = ask(client, page, "HEAD");
            return of(page, NO_SUCH_METHOD.contains(answer.status()) ? ask(client, page, "GET") : answer);
        } catch (HttpTimeoutException e) {
            throw new IOException(where(page) + " gave no answer within " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("told to stop while " + page.getHost() + " was asked");
        }
    }

    private record Answer(int status, HttpHeaders headers) {}

    private static Answer ask(HttpClient client, URI page, String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(page)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(PATIENCE)
                .build();
        HttpResponse<InputStream> answer;
        try {
            answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException e) {
            throw e;
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : String.valueOf(e.getMessage());
            throw new IOException(
                    where(page) + " cannot be reached (" + reason + "); is the server up, and is the address right?",
                    e);
        }
        answer.body().close();
        return new Answer(answer.statusCode(), answer.headers());
    }

    /// The page without user and query, which may hold secrets.
    private static String where(URI page) {
        String port = page.getPort() < 0 ? "" : ":" + page.getPort();
        return page.getScheme() + "://" + page.getHost() + port + page.getPath();
    }

    private static WebState of(URI page, Answer answer) throws IOException {
        if (answer.status() != 200) {
            throw new IOException(where(page) + " answered " + answer.status() + ", not 200");
        }
        Optional<String> tag = answer.headers().firstValue("ETag");
        if (tag.isPresent()) {
            return new WebState("ETag " + tag.get());
        }
        String modified = answer.headers()
                .firstValue("Last-Modified")
                .orElseThrow(() -> new IOException(where(page) + " sends neither ETag nor Last-Modified, so nobody can"
                        + " tell whether it changed; write a stamp of your own, such as today's date"));
        return new WebState(
                modified + ", " + answer.headers().firstValue("Content-Length").orElse("?") + " bytes");
    }
}
