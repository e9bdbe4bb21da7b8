package dev.wadachi.task;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/// What a web server says of a page without sending it.
///
/// @param text its ETag, or else when it was last modified and how long it is
record WebState(String text) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Redirects are followed to pages of the same or a safer kind, never from HTTPS to HTTP.
    static WebState of(URI page) throws IOException {
        String scheme = String.valueOf(page.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("a page on the web begins with http:// or https://, but was " + page);
        }
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(page)
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .timeout(PATIENCE)
                    .build();
            return of(page, client.send(request, HttpResponse.BodyHandlers.discarding()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("told to stop while " + page.getHost() + " was asked");
        }
    }

    private static WebState of(URI page, HttpResponse<Void> answer) throws IOException {
        String where = page.getScheme() + "://" + page.getHost() + page.getPath();
        if (answer.statusCode() != 200) {
            throw new IOException(where + " answered " + answer.statusCode() + ", not 200");
        }
        Optional<String> tag = answer.headers().firstValue("ETag");
        if (tag.isPresent()) {
            return new WebState("ETag " + tag.get());
        }
        String modified = answer.headers()
                .firstValue("Last-Modified")
                .orElseThrow(() -> new IOException(where + " sends neither ETag nor Last-Modified, so nobody can tell"
                        + " whether it changed; write a stamp of your own, such as today's date"));
        return new WebState(
                modified + ", " + answer.headers().firstValue("Content-Length").orElse("?") + " bytes");
    }
}
