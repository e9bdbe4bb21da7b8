package dev.wadachi.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebStampTest {

    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private HttpServer server;
    private volatile int status = 200;
    private volatile int statusOfGet = 405;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("HEAD") ? status : statusOfGet, -1);
        }
    }

    private URI page() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sales.csv?token=s3cret");
    }

    @Test
    void an_etag_tells_and_without_one_the_time_of_the_last_change() {
        headers.put("Last-Modified", "Mon, 02 Aug 2021 10:00:00 GMT");
        assertThat(Stamp.ofWeb(page()).text()).startsWith("Mon, 02 Aug 2021 10:00:00 GMT");

        headers.put("ETag", "\"a1\"");
        assertThat(Stamp.ofWeb(page())).isEqualTo(Stamp.of("ETag \"a1\"")).isEqualTo(Stamp.ofWeb(page()));

        headers.put("ETag", "\"a2\"");
        assertThat(Stamp.ofWeb(page())).isEqualTo(Stamp.of("ETag \"a2\""));
    }

    @Test
    void a_server_that_tells_nothing_or_refuses_is_named_without_the_query() {
        assertThatThrownBy(() -> Stamp.ofWeb(page()))
                .hasMessageContaining("/sales.csv sends neither ETag nor Last-Modified")
                .hasMessageNotContaining("s3cret");
        status = 404;
        assertThatThrownBy(() -> Stamp.ofWeb(page())).hasMessageContaining("/sales.csv answered 404, not 200");
    }

    @Test
    void a_server_that_knows_no_head_is_asked_for_the_page() {
        headers.put("ETag", "\"a1\"");
        status = 405;
        statusOfGet = 200;
        assertThat(Stamp.ofWeb(page())).isEqualTo(Stamp.of("ETag \"a1\""));
        status = 501;
        assertThat(Stamp.ofWeb(page())).isEqualTo(Stamp.of("ETag \"a1\""));

        statusOfGet = 405;
        assertThatThrownBy(() -> Stamp.ofWeb(page()))
                .hasMessageContaining("http://127.0.0.1:" + server.getAddress().getPort() + "/sales.csv answered 405");
    }

    @Test
    void a_server_that_is_down_is_named_with_its_port() {
        server.stop(0);

        assertThatThrownBy(() -> Stamp.ofWeb(page()))
                .hasMessageContaining("http://127.0.0.1:" + server.getAddress().getPort() + "/sales.csv")
                .hasMessageContaining("cannot be reached", "is the server up");
    }

    @Test
    void only_the_web_is_asked_and_no_redirect_leads_to_a_file() {
        assertThatThrownBy(() -> Stamp.ofWeb(URI.create("file:///etc/passwd")))
                .hasMessageContaining("begins with http:// or https://");
        status = 302;
        headers.put("Location", "file:///etc/passwd");
        assertThatThrownBy(() -> Stamp.ofWeb(page())).isInstanceOf(RuntimeException.class);
    }
}
