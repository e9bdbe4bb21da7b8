package dev.wadachi.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.store.Blobs;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Remote;
import dev.wadachi.store.Sharing;
import dev.wadachi.store.Store;
import dev.wadachi.store.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Stores that hold different things under the same names, or damaged ones.
class ApartTest {

    private static final Work.Restless RESTLESS = new Work.Restless(1);

    @RegisterExtension
    private final TeamBucket bucket = new TeamBucket();

    @TempDir
    private Path folder;

    private Machine machine(String name) {
        return bucket.machine(folder.resolve(name), Sharing.READ);
    }

    private static Transferred push(Machine machine, List<String> said) {
        try (TeamStore team = machine.team(said)) {
            return team.push(Progress.silent());
        }
    }

    private static Transferred pull(Machine machine, Content content) {
        try (TeamStore team = machine.team()) {
            return team.pull(Set.of(), content, Progress.silent());
        }
    }

    private static Difference compare(Machine machine) {
        try (TeamStore team = machine.team()) {
            return team.compare();
        }
    }

    /// What the second machine did, before it pushed, that shows it the names in the team's store.
    enum Before {
        NOTHING,
        STATUS,
        PULL,
        PULL_OF_RECORDS;

        void by(Machine machine) {
            switch (this) {
                case NOTHING -> {}
                case STATUS -> compare(machine);
                case PULL -> pull(machine, Content.ALL);
                case PULL_OF_RECORDS -> pull(machine, Content.RECORDS);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_pushes_second_gives_way_whatever_it_saw_before(Before before) {
        Object counts = machine("first").run(RESTLESS).orThrow().value(RESTLESS);
        Machine second = machine("second");
        second.run(RESTLESS).orThrow();
        push(machine("first"), new ArrayList<>());
        var said = new ArrayList<String>();

        before.by(second);

        assertThat(push(second, said).adopted()).isEqualTo(1);
        assertThat(said).singleElement().asString().contains("computed elsewhere", "trash/");
        assertThat(second.run(RESTLESS).orThrow().value(RESTLESS)).isEqualTo(counts);
        // The run that just was, and no result.
        assertThat(push(second, said))
                .satisfies(
                        again -> assertThat(again.results() + again.adopted()).isZero());
    }

    @Test
    void in_a_folder_who_pushes_second_gives_way_as_well() throws IOException {
        Machine first = new Machine(folder.resolve("first"), Remote.of(team(), Sharing.READ));
        Machine second = new Machine(folder.resolve("second"), Remote.of(team(), Sharing.READ));
        Object counts = first.run(RESTLESS).orThrow().value(RESTLESS);
        second.run(RESTLESS).orThrow();
        push(first, new ArrayList<>());

        assertThat(compare(second).different()).isEqualTo(1);

        assertThat(push(second, new ArrayList<>()).adopted()).isEqualTo(1);
        assertThat(second.run(RESTLESS).orThrow().value(RESTLESS)).isEqualTo(counts);
        assertThat(compare(second).different()).isZero();
    }

    private String team() {
        return folder.resolve("team").toUri().toString();
    }

    @Test
    void status_and_pull_say_that_two_results_have_one_name() {
        Machine second = machine("second");
        second.run(RESTLESS).orThrow();
        machine("first").run(RESTLESS).orThrow();
        push(machine("first"), new ArrayList<>());

        assertThat(compare(second)).satisfies(difference -> {
            assertThat(difference.resultsInBoth()).isZero();
            assertThat(difference.different()).isEqualTo(1);
        });
        assertThat(pull(second, Content.ALL).problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.what()).contains("another result is here", "wadachi store push"));
    }

    @Test
    void equal_results_are_told_by_the_bucket_s_tags_without_reading_them() throws IOException {
        Machine first = machine("first");
        first.run(RESTLESS).orThrow();
        push(first, new ArrayList<>());
        pull(machine("second"), Content.ALL);
        machine("second").forgetWhatIsThere();
        bucket.line().forget();

        assertThat(compare(machine("second")).resultsInBoth()).isEqualTo(1);

        assertThat(bucket.line().requests())
                .noneSatisfy(seen -> assertThat(seen.target()).contains("1.json"));
    }

    @Test
    void a_pull_names_what_it_could_not_bring_each_time() throws IOException {
        Machine ci = machine("ci");
        ci.run(new Work.Large(1), new Work.Large(2), new Work.Large(3)).orThrow();
        push(ci, new ArrayList<>());
        List<Recorded> results;
        try (Store alone = ci.alone()) {
            results = alone.traces().ofTask("Large", 5);
        }
        String deleted = blob(results.get(0));
        String damaged = blob(results.get(1));
        String cut = Traces.objectOf(results.get(2).id());
        Files.delete(there(deleted));
        Files.writeString(there(damaged), "something else");
        Files.write(there(cut), Arrays.copyOf(Files.readAllBytes(there(cut)), 200));
        Machine fresh = machine("fresh");

        for (int time = 0; time < 2; time++) {
            assertThat(pull(fresh, Content.ALL).problems())
                    .extracting(Checked.Problem::name)
                    .containsExactlyInAnyOrder(deleted, damaged, cut);
        }
        assertThat(compare(fresh).there().results()).as("what cannot be read").isEqualTo(1);
    }

    @Test
    void a_result_gives_way_to_no_damaged_one() throws IOException {
        Machine ci = machine("ci");
        Object value = ci.run(RESTLESS).orThrow().value(RESTLESS);
        push(ci, new ArrayList<>());
        String trace;
        try (Store alone = ci.alone()) {
            trace = Traces.objectOf(
                    alone.traces().ofTask("Restless", 1).getFirst().id());
        }
        Files.write(there(trace), Arrays.copyOf(Files.readAllBytes(there(trace)), 200));
        ci.forgetWhatIsThere();

        assertThat(push(ci, new ArrayList<>()).problems())
                .extracting(Checked.Problem::name)
                .containsExactly(trace);

        assertThat(ci.run(RESTLESS).orThrow().value(RESTLESS)).isEqualTo(value);
    }

    @Test
    void a_run_s_end_that_is_cut_is_found_and_mended() throws IOException {
        Machine ci = machine("ci");
        ci.run(RESTLESS).orThrow();
        push(ci, new ArrayList<>());
        String end;
        try (Store alone = ci.alone()) {
            end = "runs/"
                    + alone.runs().newestFirst().findFirst().orElseThrow().id().text() + "/run.json";
        }
        Files.write(there(end), Arrays.copyOf(Files.readAllBytes(there(end)), 100));

        for (Checked.Repair repair : List.of(Checked.Repair.LEFT, Checked.Repair.MENDED)) {
            try (TeamStore team = ci.team()) {
                Mending mending = repair == Checked.Repair.MENDED ? Mending.FROM_HERE : Mending.NONE;
                assertThat(team.check(mending, Progress.silent()).problems())
                        .containsExactly(new Checked.Problem(end, "its checksum does not hold", repair));
            }
        }
        try (TeamStore team = ci.team()) {
            assertThat(team.check(Mending.NONE, Progress.silent()).problems()).isEmpty();
        }
    }

    private Path there(String object) {
        return bucket.file(object);
    }

    private static String blob(Recorded result) {
        return Blobs.nameOf(result.trace().output().digest());
    }
}
