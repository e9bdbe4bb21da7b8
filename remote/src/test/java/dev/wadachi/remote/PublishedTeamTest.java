package dev.wadachi.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.Wadachi;
import dev.wadachi.engine.Offering;
import dev.wadachi.engine.Refused;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Collected;
import dev.wadachi.store.Publications;
import dev.wadachi.store.Retention;
import dev.wadachi.store.Roots;
import dev.wadachi.store.Sharing;
import dev.wadachi.task.Published;
import dev.wadachi.task.PublishedName;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What machines publish for each other by way of a bucket.
class PublishedTeamTest {

    /// What is published as `team/number`.
    record TeamNumber() implements Published<String> {
        @Override
        public PublishedName published() {
            return new PublishedName("team", "number");
        }
    }

    @RegisterExtension
    private final TeamBucket bucket = new TeamBucket();

    @TempDir
    private Path folder;

    private Machine machine(String name, Sharing sharing) {
        return bucket.machine(folder.resolve(name), sharing);
    }

    private Task<String> source(int number) {
        return new Work.Source(number, folder.resolve("tally").toString());
    }

    private static Publications.Outcome publish(Machine machine, Task<?> task) {
        machine.run(task).orThrow();
        try (Wadachi wadachi = machine.open()) {
            return wadachi.publish(Request.of(task), Offering.as("team/number").takingOver());
        }
    }

    private static String read(Machine machine) {
        return machine.run(new TeamNumber()).orThrow().value(new TeamNumber());
    }

    @Test
    void one_machine_publishes_and_another_reads() throws IOException {
        assertThat(publish(machine("ci", Sharing.WRITE), source(1)).version().number())
                .isEqualTo(1);

        assertThat(read(machine("reader", Sharing.READ))).isEqualTo("number 1");
        assertThat(publish(machine("other", Sharing.WRITE), source(2)).version().number())
                .isEqualTo(2);
        assertThat(read(machine("newcomer", Sharing.READ))).isEqualTo("number 2");
        try (TeamStore team = machine("keeper", Sharing.READ).team()) {
            assertThat(team.check(Mending.NONE, Progress.silent()).problems()).isEmpty();
        }
    }

    @Test
    void who_only_reads_the_bucket_does_not_publish() {
        Machine reader = machine("reader", Sharing.READ);

        assertThatThrownBy(() -> publish(reader, source(1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is only read from here, and others would not see it");
    }

    @Test
    void a_collection_of_the_bucket_keeps_what_is_published() throws IOException {
        publish(machine("ci", Sharing.WRITE), source(1));
        machine("ci", Sharing.WRITE).run(source(2)).orThrow();
        bucket.twoDaysPass();
        var eager = new Retention(0, Duration.ZERO, Duration.ofHours(24), Duration.ofDays(7));

        try (TeamStore team = machine("keeper", Sharing.READ).team()) {
            Collected gone = team.collect(eager, _ -> Roots.none(), TeamStore.Extent.TAKE);
            assertThat(gone.count(Collected.Kind.TRACE)).as("the other").isEqualTo(1);
        }

        assertThat(read(machine("reader", Sharing.READ))).isEqualTo("number 1");
    }

    @Test
    void what_was_published_before_there_was_a_bucket_is_pushed_and_pulled() throws IOException {
        Machine alone = machine("alone", Sharing.WRITE);
        try (Wadachi wadachi = Wadachi.open(alone.root())) {
            wadachi.run(source(1));
            wadachi.publish(Request.of(source(1)), Offering.as("team/number"));
        }
        try (TeamStore team = alone.team()) {
            team.push(Progress.silent());
        }
        Machine other = machine("other", Sharing.READ);
        try (TeamStore team = other.team()) {
            assertThat(team.pull(Set.of(), Content.ALL, Progress.silent()).statements())
                    .isEqualTo(1);
        }
        assertThat(read(other)).isEqualTo("number 1");
    }

    @Test
    void of_two_that_publish_the_same_number_apart_the_first_in_the_bucket_counts() throws IOException {
        List<String> said = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            Machine machine = machine("machine" + number, Sharing.WRITE);
            try (Wadachi wadachi = Wadachi.open(machine.root())) {
                wadachi.run(source(number));
                wadachi.publish(Request.of(source(number)), Offering.as("team/number"));
            }
            try (TeamStore team = machine.team(said)) {
                team.push(Progress.silent());
            }
        }

        assertThat(said).hasSize(2).first().asString().startsWith("made a new store at ");
        assertThat(said.getLast()).contains("published from elsewhere", "publish again");
        assertThat(read(machine("machine2", Sharing.READ))).isEqualTo("number 1");
    }
}
