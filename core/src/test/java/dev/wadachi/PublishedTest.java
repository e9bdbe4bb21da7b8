package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.wadachi.TextProject.Text;
import dev.wadachi.engine.Cause;
import dev.wadachi.engine.Force;
import dev.wadachi.engine.Offering;
import dev.wadachi.engine.Refused;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Dependent;
import dev.wadachi.store.Mark;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.Ownership;
import dev.wadachi.store.Publication;
import dev.wadachi.store.Publications;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Retention;
import dev.wadachi.store.Revocation;
import dev.wadachi.store.Roots;
import dev.wadachi.store.Store;
import dev.wadachi.store.StoreOptions;
import dev.wadachi.task.Context;
import dev.wadachi.task.Expectations;
import dev.wadachi.task.Name;
import dev.wadachi.task.Published;
import dev.wadachi.task.PublishedName;
import dev.wadachi.task.Task;
import dev.wadachi.task.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two projects on one store: one publishes, the other reads.
@Timeout(60)
class PublishedTest {

    private static final AtomicInteger PLANS = new AtomicInteger();
    private static final PublishedName COUNT = PublishedName.parse("shop/count");

    /// How often a letter stands in a text.
    record Count(Task<String> text, String letter) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return in.load(text).length() - in.load(text).replace(letter, "").length();
        }
    }

    /// The shop's count.
    record Counted(Optional<Integer> version) implements Published<Integer> {
        @Override
        public PublishedName published() {
            return COUNT;
        }

        @Override
        public Expectations<Integer> expects() {
            return value -> value < 10 ? List.of() : List.of(Violation.refuse("it has one digit", "it is " + value));
        }
    }

    record Score(double mean) {}

    /// The count as something that it is not.
    record Scored() implements Published<Score> {
        @Override
        public PublishedName published() {
            return COUNT;
        }
    }

    /// Reads the count once more.
    record Twice(Task<Integer> count) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return 2 * in.load(count);
        }
    }

    record Misnamed() implements Published<Integer> {
        @Override
        public PublishedName published() {
            return PublishedName.parse("shop/cuont");
        }
    }

    record Worded() implements Published<String> {
        @Override
        public PublishedName published() {
            return COUNT;
        }
    }

    /// What another project makes of it.
    record Plan(Task<Integer> count) implements Task<String> {
        @Override
        public String run(Context in) {
            PLANS.incrementAndGet();
            return "send " + in.load(count);
        }
    }

    /// Loads the count while it runs.
    record Ask() implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return in.load(new Counted(Optional.empty()));
        }
    }

    /// Another task of the same name as the shop's.
    @Name("Count")
    record OtherCount(Task<String> text, String letter) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return -1;
        }
    }

    @TempDir
    Path folder;

    private Wadachi shop;
    private Wadachi delivery;
    private final Count count = new Count(new Text("text"), "a");
    private final Plan plan = new Plan(new Counted(Optional.empty()));

    @BeforeEach
    void open() throws IOException {
        PLANS.set(0);
        Files.createDirectory(folder.resolve("shop"));
        Files.createDirectory(folder.resolve("delivery"));
        shop = open("shop");
        delivery = open("delivery");
        write("banana");
    }

    private Wadachi open(String project) {
        return Wadachi.open(Settings.of(folder.resolve(project)).withStore(folder.resolve("store")));
    }

    @AfterEach
    void close() {
        delivery.close();
        shop.close();
    }

    private void write(String text) throws IOException {
        new TextProject(folder.resolve("shop")).write("text", text);
    }

    private Publications.Outcome publish(Task<?> task) {
        shop.run(Request.of(task));
        return shop.publish(Request.of(task), Offering.as("shop/count"));
    }

    @Test
    void a_published_result_is_read_by_another_project_as_the_very_bytes() {
        Publication version = publish(count).version();

        assertThat(delivery.run(plan)).isEqualTo("send 3");
        assertThat(version.title()).isEqualTo("shop/count version 1");
        assertThat(version.source()).isEqualTo("project shop, Count(letter=a)");
        Recorded read = delivery.store().traces().ofTask("Counted", 1).getFirst();
        assertThat(read.trace().output()).isEqualTo(version.output());
        assertThat(read.trace().origin().project()).isEqualTo("delivery");
    }

    @Test
    void the_same_bytes_are_no_new_version() throws IOException {
        publish(count);
        write("a banal text a");
        shop.run(count);
        write("banana");

        assertThat(publish(count)).isInstanceOf(Publications.Outcome.Unchanged.class);
        assertThat(shop.store().publications().versions(COUNT)).hasSize(1);
    }

    @Test
    void a_new_version_reruns_its_readers_and_one_of_equal_bytes_reruns_nothing() throws IOException {
        publish(count);
        delivery.run(plan);
        write("ananas");
        shop.run(count);
        assertThat(publish(new Count(new Text("text"), "s"))).isInstanceOf(Publications.Outcome.New.class);
        assertThat(delivery.run(plan)).isEqualTo("send 1");

        assertThat(publish(count).version().number()).isEqualTo(3);

        assertThat(delivery.run(plan)).isEqualTo("send 3");
        assertThat(PLANS).as("3 was planned for before").hasValue(2);
    }

    @Test
    void a_fixed_version_never_moves() throws IOException {
        publish(count);
        write("a");
        publish(count);

        assertThat(delivery.run(new Plan(new Counted(Optional.of(1))))).isEqualTo("send 3");
        assertThat(delivery.run(plan)).isEqualTo("send 1");
        assertThatThrownBy(() -> delivery.run(new Plan(new Counted(Optional.of(7)))))
                .hasMessageContaining("there is no version 7 of shop/count, but 1, 2");
    }

    @Test
    void why_goes_on_to_the_cause_in_the_project_that_published() throws IOException {
        publish(count);
        delivery.run(plan);
        publish(new Count(new Text("text"), "b"));

        assertThat(Outcomes.steps(delivery.plan(plan)))
                .containsExactly(
                        "Counted(version=none): WILL_RUN shop/count moved from version 1 to 2"
                                + " (project shop, Count(letter=b))",
                        "Plan: WILL_RUN upstream count changed (Counted(version=none))");
        assertThat(there()).containsExactly("Count: parameter letter changed: a → b");

        write("bob and bobby");
        publish(new Count(new Text("text"), "b"));
        assertThat(there())
                .containsExactlyInAnyOrder("Count: parameter letter changed: a → b", "Text: the source changed");
    }

    private List<String> there() {
        return delivery.plan(plan).steps().getFirst().causes().stream()
                .flatMap(cause -> cause instanceof Cause.VersionMoved moved ? moved.there().stream() : null)
                .toList();
    }

    @Test
    void a_value_that_is_not_as_expected_names_project_goal_and_version() throws IOException {
        write("a".repeat(12));
        publish(count);

        assertThatThrownBy(() -> delivery.run(plan))
                .hasMessageContaining(
                        "in shop/count version 1 (project shop, Count(letter=a))," + " it has one digit, but it is 12");
        assertThat(PLANS).hasValue(0);
    }

    @Test
    void a_misspelt_name_gets_the_nearest_and_another_type_is_refused() {
        publish(count);

        assertThatThrownBy(() -> delivery.run(new Misnamed())).hasMessageContaining("did you mean shop/count?");
        assertThatThrownBy(() -> delivery.run(new Worded()))
                .hasMessageContaining("is a Integer, stored as json, but Worded reads a String, stored as text");
    }

    @Test
    void published_bytes_that_are_gone_are_named_by_why_and_by_the_run() throws IOException {
        publish(count);
        delivery.run(plan);
        write("a cat");
        String gone = "the bytes of shop/count version 2 (project shop, Count(letter=a)) are gone from the store";
        discard(publish(count).version());

        assertThat(Outcomes.steps(delivery.plan(plan)).getFirst())
                .startsWith("Counted(version=none): WILL_RUN its source cannot be asked: " + gone);
        assertThatThrownBy(() -> delivery.run(plan)).hasMessageContaining(gone);
    }

    @Test
    void bytes_that_are_gone_after_they_were_read_are_named_too() throws IOException {
        Publication version = publish(count).version();
        delivery.run(plan);
        discard(version);

        assertThat(Outcomes.steps(delivery.plan(new Twice(plan.count()))))
                .contains(
                        "Counted(version=none): WILL_RUN its source cannot be asked: the bytes of shop/count version 1"
                                + " (project shop, Count(letter=a)) are gone from the store;"
                                + " let it be run and published again, or read another version");
    }

    private void discard(Publication version) throws IOException {
        String hex = version.output().digest().hex();
        Files.delete(folder.resolve("store/blobs").resolve(hex.substring(0, 2)).resolve(hex.substring(2)));
    }

    @Test
    void a_value_that_is_not_of_the_readers_type_names_who_published_it_and_no_rerun() {
        publish(count);
        Scored read = new Scored();

        assertThatThrownBy(() -> delivery.run(read))
                .hasMessageContaining("shop/count version 1 (project shop, Count(letter=a)) is a Integer and cannot be"
                        + " read as Score: ")
                .hasMessageContaining(
                        "; let Score be what was published, read another version, or ask shop for one" + " that fits")
                .message()
                .doesNotContain("--rerun");
    }

    @Test
    void what_is_not_up_to_date_or_given_is_not_published_unless_that_is_said() throws IOException {
        assertThatThrownBy(() -> shop.publish(Request.of(count), Offering.as("shop/count")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is not up to date (no result yet); run it, look at it, then publish it");

        Request given = Request.of(count).with(new Force.Given("Text", "aa"));
        shop.run(given);
        assertThatThrownBy(() -> shop.publish(given, Offering.as("shop/count")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is marked: Text was given: a given value");
        assertThat(shop.publish(given, Offering.as("shop/count").withMarks())
                        .version()
                        .marks())
                .hasSize(1);
    }

    @Test
    void what_is_computed_from_a_marked_version_is_marked_in_every_run() throws IOException {
        Request given = Request.of(count).with(new Force.Given("Text", "aa"));
        shop.run(given);
        shop.publish(given, Offering.as("shop/count").withMarks());
        String mark =
                "shop/count version 1 (project shop, Count(letter=a)) was published although Text was given: a given value";

        assertThat(marks(delivery.run(Request.of(plan)))).containsExactly(mark);
        assertThat(marks(delivery.run(Request.of(plan)))).as("up to date").containsExactly(mark);
        assertThat(delivery.plan(plan).steps().getLast().marks())
                .extracting(Mark::because)
                .containsExactly(mark);
        assertThat(delivery.store()
                        .traces()
                        .ofTask("Plan", 1)
                        .getFirst()
                        .trace()
                        .notes()
                        .marks())
                .extracting(Mark::because)
                .containsExactly(mark);
        assertThatThrownBy(() -> delivery.publish(Request.of(plan), Offering.as("delivery/plan")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is marked: " + mark)
                .hasMessageContaining("--marked");

        write("aa");
        assertThat(publish(count)).as("the same bytes, without a mark").isInstanceOf(Publications.Outcome.New.class);
        assertThat(marks(delivery.run(Request.of(plan)))).isEmpty();
        delivery.publish(Request.of(plan), Offering.as("delivery/plan"));
    }

    @Test
    void what_is_computed_after_a_revocation_from_a_result_in_doubt_is_in_doubt() {
        shop.run(count);
        shop.store()
                .revoke(
                        new Revocation.Target.Result(shop.store()
                                .traces()
                                .ofTask("Text", 1)
                                .getFirst()
                                .id()),
                        "the export was cut off",
                        "me");
        shop.run(count);
        shop.publish(Request.of(count), Offering.as("shop/count").withMarks());

        assertThat(marks(delivery.run(Request.of(plan))))
                .containsExactly("shop/count version 1 (project shop, Count(letter=a)) was computed from a result that"
                        + " was revoked: the export was cut off");
    }

    private static List<String> marks(Report report) {
        return report.tasks().getLast().marks().stream().map(Mark::because).toList();
    }

    @Test
    void a_revoked_result_is_refused_to_readers_and_what_they_computed_is_marked() {
        Publication version = publish(count).version();
        delivery.run(plan);

        Revocation revocation = shop.store().revoke(new Revocation.Target.Result(version.result()), "wrong text", "me");

        assertThat(revocation.affected()).extracting(id -> id.key().task()).contains("Counted", "Plan");
        delivery.close();
        delivery = open("delivery"); // What other processes state may take a second to be seen.
        assertThatThrownBy(() -> delivery.run(plan)).hasMessageContaining("was revoked by me: wrong text");
    }

    @Test
    void a_revoked_version_stays_revoked_when_its_result_is_forgotten() {
        Publication version = publish(count).version();
        shop.store().revoke(new Revocation.Target.Result(version.result()), "wrong text", "me");

        shop.store().traces().forget("Count");

        assertThat(shop.store().revocations().of(version)).isPresent();
        assertThatThrownBy(() -> delivery.run(plan)).hasMessageContaining("was revoked by me: wrong text");
    }

    @Test
    void a_revoked_version_gives_way_to_a_later_one_of_the_same_bytes() {
        Publication version = publish(count).version();
        String before = delivery.run(plan);
        shop.store().revoke(new Revocation.Target.Result(version.result()), "wrong text", "me");

        // Computed again: the doubt was looked into.
        assertThat(publish(count)).isInstanceOf(Publications.Outcome.New.class);

        delivery.close();
        delivery = open("delivery"); // What other processes state may take a second to be seen.
        assertThat(delivery.run(plan)).isEqualTo(before);
    }

    @Test
    void a_withdrawn_version_gives_way_to_the_one_before() throws IOException {
        publish(count);
        write("a");
        publish(count);

        shop.store().publications().withdraw(COUNT, 2, Ownership.RESPECT, "too soon", "me");

        assertThat(delivery.run(plan)).isEqualTo("send 3");
        assertThatThrownBy(() -> delivery.run(new Counted(Optional.of(2))))
                .hasMessageContaining("was withdrawn by me: too soon; the newest that stands is version 1");
        shop.store().publications().withdraw(COUNT, 1, Ownership.RESPECT, "all of it", "me");
        assertThatThrownBy(() -> delivery.run(plan)).hasMessageContaining("every version of shop/count was withdrawn");
    }

    @Test
    void dependents_are_found_with_their_project_version_and_goals() {
        publish(count);
        assertThat(shop.store().dependents(Set.of(COUNT))).isEmpty();
        delivery.run(plan);

        List<Dependent> dependents = shop.store().dependents(Set.of(COUNT));

        assertThat(dependents).singleElement().satisfies(dependent -> {
            assertThat(dependent.project()).isEqualTo("delivery");
            assertThat(dependent.task()).isEqualTo("Plan");
            assertThat(dependent.version()).isEqualTo(1);
            assertThat(dependent.goals()).containsExactly("Plan");
        });
    }

    @Test
    void dependents_are_known_by_their_own_name_when_their_results_were_forgotten() {
        publish(count);
        delivery.run(plan);
        delivery.run(new Ask());
        delivery.store().traces().forget("Plan");
        delivery.store().traces().forget("Ask");

        assertThat(shop.store().dependents(Set.of(COUNT)))
                .extracting(Dependent::task, Dependent::project)
                .containsExactly(tuple("Ask", "delivery"), tuple("Plan", "delivery"));
    }

    @Test
    void a_collection_keeps_what_is_published_until_it_is_withdrawn() throws IOException {
        Publication version = publish(count).version();
        write("a");
        shop.run(count);
        Clock later = Clock.offset(Clock.system(ZoneOffset.UTC), Duration.ofDays(400));
        var keepNothing = new Retention(0, Duration.ZERO, Duration.ofDays(1), Duration.ofDays(7), Long.MAX_VALUE);
        try (Store store =
                Store.open(folder.resolve("store"), StoreOptions.standard().withClock(later))) {
            store.collect(keepNothing, Roots.none());
            assertThat(store.blobs().open(version.output())).isPresent();

            store.publications().withdraw(COUNT, 1, Ownership.TAKE_OVER, "done", "me");
            store.collect(keepNothing, Roots.none());
            assertThat(store.blobs().find(version.output().digest())).isPresent();
        }
    }

    @Test
    void tasks_of_one_name_in_two_projects_do_not_disturb_each_other() throws IOException {
        new TextProject(folder.resolve("delivery")).write("text", "banana");
        OtherCount other = new OtherCount(new Text("text"), "a");
        assertThat(shop.run(count)).isEqualTo(3);

        assertThat(delivery.latest(other)).isEmpty();
        assertThat(Outcomes.steps(delivery.plan(other))).contains("Count(letter=a): WILL_RUN no result yet");
        Report report = delivery.run(Request.of(other));
        assertThat(report.value(other)).isEqualTo(-1);
        assertThat(shop.latest(count)).contains(3);
        assertThat(delivery.latest(other)).contains(-1);
        assertThat(shop.store().traces().ofTask("Count", 10)).hasSize(1);
        assertThat(Outcomes.steps(shop.plan(count))).allMatch(step -> step.contains("UP_TO_DATE"));
    }

    @Test
    void equal_results_are_shared_and_belong_to_whoever_used_them() throws IOException {
        new TextProject(folder.resolve("delivery")).write("text", "banana");
        shop.run(count);

        Report report = delivery.run(Request.of(count));

        assertThat(Outcomes.with(report, Outcome.HIT)).hasSize(2);
        assertThat(delivery.latest(count)).contains(3);
        assertThat(delivery.store().traces().forget("Count"))
                .as("it is the shop's")
                .isEmpty();
    }

    @Test
    void a_project_keeps_what_is_in_its_own_folder_when_that_is_renamed() throws IOException {
        Path before = Files.createDirectory(folder.resolve("before"));
        new TextProject(before).write("text", "banana");
        try (Wadachi project = Wadachi.open(before)) {
            project.run(count);
        }
        try (Wadachi project = Wadachi.open(Files.move(before, folder.resolve("after")))) {
            assertThat(project.latest(count)).contains(3);
            assertThat(project.plan(count).isUpToDate()).isTrue();
        }
    }

    @Test
    void a_run_of_another_project_is_no_place_to_take_values_from() {
        Report report = shop.run(Request.of(count));

        assertThatThrownBy(() -> delivery.plan(Request.of(count).with(new Force.FromRun("Count", report.run()))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("that run is of project shop, and this is delivery");
    }
}
