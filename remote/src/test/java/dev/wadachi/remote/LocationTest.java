package dev.wadachi.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.store.Remote;
import dev.wadachi.store.Sharing;
import dev.wadachi.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LocationTest {

    private static Location of(Remote remote, Map<String, String> environment) {
        return Location.of(remote, environment::get);
    }

    private static Remote s3() {
        return Remote.of("s3://bucket/some/prefix", Sharing.READ);
    }

    @Test
    void a_bucket_of_amazon_needs_its_name_and_a_region() {
        assertThat(of(s3(), Map.of("AWS_REGION", "eu-central-1")).settings())
                .isEqualTo(Map.of(
                        "bucket", "bucket",
                        "root", "/some/prefix",
                        "region", "eu-central-1",
                        "enable_virtual_host_style", "true"));
    }

    @Test
    void a_server_of_ones_own_is_named_by_the_environment_or_by_settings_which_win() {
        Map<String, String> environment = Map.of("AWS_ENDPOINT_URL_S3", "http://minio:9000");
        assertThat(of(s3(), environment).settings())
                .containsEntry("endpoint", "http://minio:9000")
                .containsEntry("region", "us-east-1")
                .containsEntry("enable_virtual_host_style", "false");
        assertThat(of(s3().with("endpoint", "http://ceph").with("path-style", "false"), environment)
                        .settings())
                .containsEntry("endpoint", "http://ceph")
                .containsEntry("enable_virtual_host_style", "true");
    }

    @Test
    void credentials_in_a_location_are_refused_and_not_repeated() {
        assertThatThrownBy(() -> of(Remote.of("s3://me:secret@bucket/x", Sharing.READ), Map.of()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("holds no credentials")
                .hasMessageNotContaining("secret");
    }

    @Test
    void what_is_wrong_is_said() {
        assertThatThrownBy(() -> of(s3().with("regoin", "x").with("secret", "y"), Map.of()))
                .hasMessageContaining("there is no setting regoin, secret");
        assertThatThrownBy(() -> of(s3().with("timeout", "soon"), Map.of()))
                .hasMessageContaining("timeout")
                .hasMessageContaining("soon");
        assertThatThrownBy(() -> of(s3().with("cache", "big"), Map.of())).hasMessageContaining("such as 20GB");
        assertThatThrownBy(() -> of(Remote.of("s3:///x", Sharing.READ), Map.of()))
                .hasMessageContaining("names no bucket");
        for (String location : List.of("nonsense", "", "http://host/bucket", "S3://bucket/x")) {
            assertThatThrownBy(() -> of(Remote.of(location, Sharing.READ), Map.of()))
                    .hasMessageStartingWith("the store '" + location + "' is no location: write s3://bucket/prefix or");
        }
        for (String endpoint : List.of("localhost:9000", "s3.example.com", "http://", "http://localhost:99999")) {
            assertThatThrownBy(() -> of(s3().with("endpoint", endpoint), Map.of()))
                    .hasMessageEndingWith(
                            "such as http://localhost:9000 or https://s3.example.com, but was " + endpoint);
        }
    }

    @Test
    void pauses_grow_to_a_limit_and_are_spread() {
        var backoff = new Backoff(5, Duration.ofMillis(200), Duration.ofSeconds(4));
        var random = new Random(20261121);
        for (int failed = 1; failed < 40; failed++) {
            long limit = Math.min(4_000, failed < 6 ? 200L << (failed - 1) : 4_000);
            assertThat(backoff.pause(failed, random)).isBetween(Duration.ZERO, Duration.ofMillis(limit));
        }
    }
}
