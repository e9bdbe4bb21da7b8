package dev.wadachi.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A team's settings from a web server of the team's, with a certificate that this test's Java trusts.
class FetchedSettingsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String SETTINGS = "store = \"kept\"\n";

    private static SSLContext trusting;

    @TempDir
    Path folder;

    private SSLContext before;
    private HttpsServer server;
    private String address;

    @BeforeAll
    static void certify(@TempDir Path keys) throws Exception {
        trusting = trusting(certificate(keys.resolve("keys")));
    }

    @BeforeEach
    void serve() throws Exception {
        before = SSLContext.getDefault();
        SSLContext.setDefault(trusting);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(trusting));
        server.createContext(
                "/team.toml", exchange -> answer(exchange, 200, SETTINGS.getBytes(StandardCharsets.UTF_8)));
        server.createContext("/large.toml", exchange -> answer(exchange, 200, new byte[(1 << 20) + 1]));
        server.createContext("/moved.toml", exchange -> {
            exchange.getResponseHeaders().add("Location", "/team.toml");
            answer(exchange, 302, new byte[0]);
        });
        server.start();
        address = "https://localhost:" + server.getAddress().getPort();
        Files.createDirectories(folder.resolve("shop"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        SSLContext.setDefault(before);
    }

    private static KeyStore certificate(Path file) throws IOException, InterruptedException, GeneralSecurityException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "team",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor())
                .as(new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private static SSLContext trusting(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try {
            trusted.load(null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        trusted.setCertificateEntry("team", keys.getCertificate("team"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static void answer(HttpExchange exchange, int status, byte[] content) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }

    private Configuration extending(String location, String digest) throws IOException {
        Path project = folder.resolve("shop");
        Files.writeString(
                project.resolve("wadachi.toml"),
                "[extends]\nfile = \"" + location + "\"\n" + (digest.isEmpty() ? "" : "digest = \"" + digest + "\"\n"));
        return Configuration.of(
                project, Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()));
    }

    private static String digest() {
        return "sha256:" + Digest.of(SETTINGS).hex();
    }

    @Test
    void settings_are_fetched_once_and_kept_when_the_server_is_gone() throws IOException {
        assertThat(extending(address + "/team.toml", digest()).store()).contains("kept");

        server.stop(0);

        assertThat(extending(address + "/team.toml", digest()).store()).contains("kept");
    }

    @Test
    void a_redirection_is_followed() throws IOException {
        assertThat(extending(address + "/moved.toml", digest()).store()).contains("kept");
    }

    @Test
    void without_a_digest_the_message_says_which_to_write_and_nothing_is_kept() {
        assertThatThrownBy(() -> extending(address + "/team.toml", ""))
                .hasMessageEndingWith("digest = \"" + digest() + "\"");
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void other_bytes_than_those_that_were_pinned_are_refused_and_not_kept() {
        String other = "sha256:" + Digest.of("store = \"other\"\n").hex();

        assertThatThrownBy(() -> extending(address + "/team.toml", other))
                .isInstanceOf(ProjectProblem.class)
                .hasMessageContaining("it has changed since its digest was written down")
                .hasMessageEndingWith(digest() + "\"");
        assertThat(folder.resolve("cache")).doesNotExist();
    }

    @Test
    void what_is_not_there_or_too_large_is_refused_with_what_was_answered() {
        assertThatThrownBy(() -> extending(address + "/none.toml", digest()))
                .hasMessageContaining(address + "/none.toml cannot be extended: it answered with status 404");
        assertThatThrownBy(() -> extending(address + "/large.toml", digest()))
                .hasMessageContaining("status 200 and 1048577 bytes, where at most 1048576 are taken");
    }

    @Test
    void a_server_that_cannot_be_reached_or_trusted_is_named() {
        SSLContext.setDefault(before);

        assertThatThrownBy(() -> extending(address + "/team.toml", digest()))
                .hasMessageContaining("cannot fetch " + address + "/team.toml, which the settings extend");
    }
}
