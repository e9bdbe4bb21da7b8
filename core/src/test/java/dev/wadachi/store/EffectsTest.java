package dev.wadachi.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectsTest {

    private static final String TARGET = "the service http://example.com/bulk";
    private static final RunId ONE = new RunId("20261104-093012345-7f3a");
    private static final RunId OTHER = new RunId("20261104-093012346-11bb");

    private final TestClock clock = new TestClock(Instant.now());
    private final TraceId result = new Recorded(1, Samples.trace("Send", "a", "sent")).id();

    private Path folder;
    private Store store;

    @BeforeEach
    void open(@TempDir Path temporary) {
        folder = temporary;
        store = Store.open(folder, StoreOptions.standard().withClock(clock));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Effect begin(String rows, RunId run) {
        return store.effects().begin(TARGET, Digest.of(rows), "Send", run);
    }

    @Test
    void an_effect_goes_on_until_it_is_completed_and_the_next_is_another() {
        Effect begun = begin("a", ONE);
        Effect again = begin("a", OTHER);
        assertThat(again).isEqualTo(begun);

        store.effects().complete(again, result);

        assertThat(store.effects().newest(TARGET))
                .singleElement()
                .satisfies(effect -> assertThat(effect.completed()).contains(result));
        Effect next = begin("a", OTHER);
        assertThat(next.number()).isEqualTo(2);
        assertThat(next.occasion()).isNotEqualTo(begun.occasion());
        assertThat(store.effects().newest("elsewhere")).isEmpty();
    }

    @Test
    void an_effect_that_another_followed_does_not_go_on() {
        Effect begun = begin("a", ONE);
        begin("b", ONE);
        assertThat(begin("a", ONE).occasion()).isNotEqualTo(begun.occasion());
    }

    @Test
    void of_two_that_began_at_once_on_machines_of_their_own_both_are_the_newest(@TempDir Path other)
            throws IOException {
        store.effects().complete(begin("a", ONE), result);
        try (Store apart = Store.open(other)) {
            apart.effects().complete(apart.effects().begin(TARGET, Digest.of("b"), "Send", OTHER), result);
        }
        for (Path file : files(other)) {
            Files.copy(file, folder.resolve(other.relativize(file)));
        }
        assertThat(store.effects().newest(TARGET)).extracting(Effect::run).containsExactlyInAnyOrder(ONE, OTHER);
        assertThat(begin("a", ONE).number()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_read_is_an_effect_all_the_same() throws IOException {
        store.effects().complete(begin("a", ONE), result);
        for (Path file : files(folder)) {
            Files.writeString(file, "torn");
        }
        assertThat(store.effects().newest(TARGET))
                .singleElement()
                .satisfies(effect -> assertThat(effect.completed()).isEmpty());
        assertThat(begin("a", ONE).number()).isEqualTo(2);
    }

    @Test
    void a_collection_leaves_the_newest_effect_of_each_target() throws IOException {
        for (String rows : List.of("a", "b", "c")) {
            store.effects().complete(begin(rows, ONE), result);
        }
        clock.advance(Duration.ofDays(2));

        Collected gone = store.collect(Retention.standard(), Roots.none());

        assertThat(gone.count(Collected.Kind.EFFECT)).isEqualTo(4);
        assertThat(files(folder)).hasSize(2);
        assertThat(begin("c", ONE).number()).isEqualTo(4);
    }

    private static List<Path> files(Path store) throws IOException {
        try (Stream<Path> files = Files.walk(store.resolve("effects"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
