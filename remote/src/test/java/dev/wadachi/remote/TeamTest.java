package dev.wadachi.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.Wadachi;
import dev.wadachi.digest.Digest;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Listening;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Revocation;
import dev.wadachi.store.Sharing;
import dev.wadachi.store.Store;
import dev.wadachi.task.Task;
import dev.wadachi.testkit.Outcomes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// People read, continuous integration writes: whole runs on machines that share a bucket.
class TeamTest {

    @RegisterExtension
    private final TeamBucket bucket = new TeamBucket();

    @TempDir
    private Path folder;

    private String tally;

    @BeforeEach
    void count() {
        tally = folder.resolve("tally").toString();
    }

    private Machine machine(String name, Sharing sharing) {
        return bucket.machine(folder.resolve(name), sharing);
    }

    private Task<String> goal() {
        return new Work.Doubled(new Work.Source(7, tally), tally);
    }

    private List<String> tallied() throws IOException {
        return Files.exists(Path.of(tally)) ? Files.readAllLines(Path.of(tally)) : List.of();
    }

    @Test
    void what_one_machine_computed_another_reads() throws IOException {
        machine("ci", Sharing.WRITE).run(goal()).orThrow();

        Report report = machine("laptop", Sharing.READ).run(goal()).orThrow();

        assertThat(Outcomes.of(report)).hasToString("hit Doubled, Source");
        assertThat(report.value(goal())).isEqualTo("number 7 and number 7");
        assertThat(tallied()).containsExactlyInAnyOrder("Source 7", "Doubled");
    }

    @Test
    void what_was_read_once_is_here_and_costs_no_further_request() {
        machine("ci", Sharing.WRITE).run(goal()).orThrow();
        Machine laptop = machine("laptop", Sharing.READ);
        laptop.run(goal()).orThrow().value(goal());
        bucket.line().forget();

        Report report = laptop.run(goal()).orThrow();

        assertThat(report.value(goal())).isEqualTo("number 7 and number 7");
        assertThat(bucket.line().requests())
                .as("statements and collections are asked for once a run, results never")
                .allSatisfy(seen -> assertThat(seen.target()).doesNotContain("traces", "blobs"))
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void who_reads_writes_nothing_there() throws IOException {
        Machine laptop = machine("laptop", Sharing.READ);
        laptop.run(goal()).orThrow();

        assertThat(bucket.line().requests())
                .noneSatisfy(seen -> assertThat(seen.method()).isIn("PUT", "POST", "DELETE"));
        assertThat(tallied()).hasSize(2);
    }

    @Test
    void a_push_brings_there_what_was_computed_here() throws IOException {
        Machine laptop = machine("laptop", Sharing.READ);
        laptop.run(goal()).orThrow();
        try (TeamStore team = laptop.team()) {
            assertThat(team.compare().here().results()).isEqualTo(2);

            Transferred pushed = team.push(Progress.silent());

            assertThat(pushed.results()).isEqualTo(2);
            assertThat(pushed.runs()).isEqualTo(1);
            assertThat(team.compare().here().isNothing()).isTrue();
            assertThat(team.push(Progress.silent()).isNothing()).isTrue();
        }
        Report report = machine("other", Sharing.READ).run(goal()).orThrow();
        assertThat(Outcomes.of(report)).hasToString("hit Doubled, Source");
    }

    @Test
    void a_pull_brings_everything_here_so_that_no_network_is_needed() throws IOException {
        machine("ci", Sharing.WRITE).run(goal()).orThrow();
        Machine laptop = machine("laptop", Sharing.READ);
        try (TeamStore team = laptop.team()) {
            assertThat(team.compare().there().results()).isEqualTo(2);

            Transferred pulled = team.pull(Set.of(), Content.ALL, Progress.silent());

            assertThat(pulled.results()).isEqualTo(2);
            assertThat(pulled.runs()).isEqualTo(1);
            assertThat(pulled.blobs()).isGreaterThanOrEqualTo(2);
        }
        bucket.line().decide(_ -> new Line.Fate.CutBefore());
        Report report = laptop.run(goal()).orThrow();
        assertThat(report.value(goal())).isEqualTo("number 7 and number 7");
        assertThat(report.count(Outcome.HIT)).isEqualTo(2);
        try (Store alone = laptop.alone()) {
            assertThat(alone.runs().newestFirst()).hasSize(2);
        }
    }

    @Test
    void a_pull_of_records_of_one_task_brings_just_these() {
        machine("ci", Sharing.WRITE).run(goal()).orThrow();
        Machine laptop = machine("laptop", Sharing.READ);
        try (TeamStore team = laptop.team()) {
            Transferred pulled = team.pull(Set.of("Source"), Content.RECORDS, Progress.silent());

            assertThat(pulled).isEqualTo(new Transferred(1, 0, 0, 0, 0, 0, List.of()));
        }
    }

    @Test
    void a_revocation_made_elsewhere_counts_here() throws IOException {
        Machine ci = machine("ci", Sharing.WRITE);
        ci.run(goal()).orThrow();
        Machine laptop = machine("laptop", Sharing.READ);
        laptop.run(goal()).orThrow().value(goal());
        try (Wadachi wadachi = ci.open()) {
            Recorded source = wadachi.store().traces().ofTask("Source", 1).getFirst();
            wadachi.store().revoke(new Revocation.Target.Result(source.id()), "wrong unit", "me");
        }

        Report report = laptop.run(goal()).orThrow();

        assertThat(Outcomes.of(report).ran()).contains("Source");
    }

    @Test
    void of_two_that_computed_apart_the_first_to_push_counts_and_the_second_takes_it_over() throws IOException {
        var restless = new Work.Restless(1);
        Machine first = machine("first", Sharing.READ);
        Machine second = machine("second", Sharing.READ);
        Object counts = first.run(restless).orThrow().value(restless);
        second.run(restless).orThrow();
        var said = new ArrayList<String>();
        try (TeamStore one = first.team();
                TeamStore two = second.team(said)) {
            one.push(Progress.silent());
            assertThat(two.push(Progress.silent()).adopted()).isEqualTo(1);
        }

        assertThat(said).singleElement().asString().contains("computed elsewhere", "trash/");
        assertThat(second.run(restless).orThrow().value(restless)).isEqualTo(counts);
    }

    @Test
    void a_blob_that_was_altered_in_the_bucket_is_computed_again_and_mended() throws IOException {
        Machine ci = machine("ci", Sharing.WRITE);
        ci.run(goal()).orThrow();
        Digest digest;
        try (Store alone = ci.alone()) {
            digest = alone.traces()
                    .ofTask("Doubled", 1)
                    .getFirst()
                    .trace()
                    .output()
                    .digest();
        }
        Path there = bucket.file(
                "blobs/" + digest.hex().substring(0, 2) + "/" + digest.hex().substring(2));
        Files.writeString(there, "number 8 and number 9");
        Machine other = machine("other", Sharing.WRITE);

        var said = new ArrayList<String>();
        try (Wadachi wadachi = other.open();
                Listening _ = wadachi.store().tell(said::add)) {
            Report report = wadachi.run(Request.of(goal())).orThrow();
            assertThat(report.value(goal())).isEqualTo("number 7 and number 7");
        }

        assertThat(said).anySatisfy(warning -> assertThat(warning).contains("is damaged"));
        assertThat(there).hasContent("number 7 and number 7");
    }

    @Test
    void pushing_many_small_blobs_of_which_ten_are_new_costs_requests_for_the_ten() throws IOException {
        pushTenOf(1_000);
    }

    @Tag("soak")
    @Test
    void pushing_ten_thousand_small_blobs_of_which_ten_are_new_costs_requests_for_the_ten() throws IOException {
        pushTenOf(10_000);
    }

    private void pushTenOf(int files) throws IOException {
        Machine laptop = machine("laptop", Sharing.READ);
        var direct = new Machine(laptop.root(), laptop.remote().with("endpoint", bucket.endpoint()));
        laptop.run(new Work.ManyFiles(files, 10, 1)).orThrow();
        try (TeamStore team = direct.team()) {
            assertThat(team.push(Progress.silent()).blobs()).isGreaterThanOrEqualTo(files);
        }
        laptop.run(new Work.ManyFiles(files, 10, 2)).orThrow();
        bucket.line().forget();
        try (TeamStore team = laptop.team()) {
            // The ten, their manifest, the log and the environment of their own run.
            assertThat(team.push(Progress.silent()).blobs()).isBetween(11, 13);
        }
        assertThat(bucket.line().requests()).hasSizeLessThanOrEqualTo(20);

        // Another machine with the same results and no journal has to list, a thousand a request.
        laptop.run(new Work.ManyFiles(files, 10, 3)).orThrow();
        laptop.forgetWhatIsThere();
        bucket.line().forget();
        try (TeamStore team = laptop.team()) {
            assertThat(team.push(Progress.silent()).blobs()).isBetween(11, 13);
        }
        assertThat(bucket.line().requests()).hasSizeLessThanOrEqualTo(35 + files / 1_000);
    }
}
