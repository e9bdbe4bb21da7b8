package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.code.Project;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Accept;
import dev.wadachi.store.Mark;
import dev.wadachi.store.Outcome;
import dev.wadachi.store.Recorded;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Why a task would run, after all kinds of edits of a user's source; and how a result is kept over an edit.
@Timeout(60)
class WhyTest {

    private static final String SHOP = """
            import dev.wadachi.task.*;
            import java.nio.file.*;

            record Sales(String file) implements Source<String> {
                public Stamp stamp(Resources from) { return Stamp.ofFile(from.path(file)); }
                public String run(Context in) throws Exception { return Files.readString(in.path(file)).strip(); }
            }
            record Features(Task<String> sales, int lags) implements Task<String> {
                public String run(Context in) { return in.load(sales).substring(0, 1) + lags; }
            }
            record Train(Task<String> features) implements Task<String> {
                // how it is trained
                public String run(Context in) { return Fit.fit(in.load(features)); }
            }
            final class Fit {
                static String fit(String features) { return "model of " + features; }
            }
            """;

    @TempDir
    Path folder;

    @TempDir
    Path classes;

    private final List<Project> editions = new ArrayList<>();
    private Wadachi wadachi;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("sales"), "abc\n");
        wadachi = Wadachi.open(folder);
    }

    @AfterEach
    void close() {
        wadachi.close();
        editions.forEach(Project::close);
    }

    private Project edition(String source) {
        Project edition = Project.of(classes.resolve("edition" + editions.size()), source);
        editions.add(edition);
        return edition;
    }

    private static Task<String> goal(Project edition, int lags) {
        Task<String> sales = make(edition, "Sales", "sales");
        Task<String> features = make(edition, "Features", sales, lags);
        return make(edition, "Train", features);
    }

    @SuppressWarnings("unchecked") // the source above says so
    private static Task<String> make(Project edition, String task, Object... components) {
        try {
            var constructor = edition.type(task).getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return (Task<String>) constructor.newInstance(components);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void runFirst() {
        assertThat(wadachi.run(goal(edition(SHOP), 1))).isEqualTo("model of a1");
    }

    private List<String> stepsAfter(String source, int lags) {
        return Outcomes.steps(wadachi.plan(goal(edition(source), lags)));
    }

    @Test
    void nothing_ran_yet() {
        assertThat(stepsAfter(SHOP, 1))
                .containsExactly(
                        "Sales(file=sales): WILL_RUN no result yet",
                        "Features(lags=1): WILL_RUN no result yet",
                        "Train: WILL_RUN no result yet");
    }

    @Test
    void an_edited_comment_changes_nothing() {
        runFirst();
        assertThat(stepsAfter(SHOP.replace("how it is trained", "well\n\n"), 1))
                .allMatch(step -> step.endsWith(": UP_TO_DATE"));
    }

    @Test
    void an_edited_method_is_named_and_upstream_stays() {
        runFirst();
        String edited = SHOP.replace("model of ", "better model of ");
        assertThat(stepsAfter(edited, 1))
                .containsExactly(
                        "Sales(file=sales): UP_TO_DATE",
                        "Features(lags=1): UP_TO_DATE",
                        "Train: WILL_RUN code changed");
        Report report = wadachi.run(Request.of(goal(edition(edited), 1)));
        assertThat(Outcomes.ran(report)).containsExactly("Train");
        assertThat(Outcomes.of(report, "Train").causes().toString()).contains("Fit.fit");
    }

    @Test
    void what_is_downstream_of_an_edit_depends_on_the_bytes_that_come_out() {
        runFirst();
        String edited = SHOP.replace("substring(0, 1) + lags", "substring(0, 1) + (0 + lags)");
        assertThat(stepsAfter(edited, 1))
                .contains("Features(lags=1): WILL_RUN code changed")
                .anyMatch(step -> step.startsWith("Train: DEPENDS upstream features changed"));
        assertThat(Outcomes.ran(wadachi.run(Request.of(goal(edition(edited), 1)))))
                .containsExactly("Features(lags=1)");
    }

    @Test
    void a_changed_parameter_is_named_with_both_values() {
        runFirst();
        assertThat(stepsAfter(SHOP, 2))
                .containsExactly(
                        "Sales(file=sales): UP_TO_DATE",
                        "Features(lags=2): WILL_RUN parameter lags changed: 1 → 2",
                        "Train: WILL_RUN upstream features changed (Features(lags=2))");
    }

    @Test
    void of_several_results_the_one_whose_parameters_read_most_alike_is_the_one_that_changed() {
        Project shop = edition(SHOP);
        for (int lags : List.of(7, 52, 8)) {
            wadachi.run(goal(shop, lags));
        }
        assertThat(stepsAfter(SHOP, 53)).contains("Features(lags=53): WILL_RUN parameter lags changed: 52 → 53");
    }

    @Test
    void a_changed_source_is_named_and_the_wave_may_stop() throws IOException {
        runFirst();
        Files.writeString(folder.resolve("sales"), "axy\n");
        assertThat(stepsAfter(SHOP, 1))
                .containsExactly(
                        "Sales(file=sales): WILL_RUN the source changed",
                        "Features(lags=1): DEPENDS upstream sales changed (Sales(file=sales))",
                        "Train: DEPENDS upstream features changed (Features(lags=1))");
        assertThat(Outcomes.with(wadachi.run(Request.of(goal(edition(SHOP), 1))), Outcome.HIT))
                .containsExactly("Train");
    }

    private void lose(String task) throws IOException {
        Recorded recorded = wadachi.store().traces().ofTask(task, 1).getFirst();
        Path blob = wadachi.store()
                .blobs()
                .find(recorded.trace().output().digest())
                .orElseThrow()
                .file();
        wadachi.close();
        Files.delete(blob);
        wadachi = Wadachi.open(folder);
    }

    @Test
    void a_goal_whose_bytes_are_gone_runs_again() throws IOException {
        runFirst();
        lose("Train");
        assertThat(stepsAfter(SHOP, 1)).anyMatch(step -> step.startsWith("Train: WILL_RUN its stored value is gone"));
        Report report = wadachi.run(Request.of(goal(edition(SHOP), 1)));
        assertThat(Outcomes.ran(report)).containsExactly("Train");
    }

    @Test
    void an_intermediate_whose_bytes_are_gone_runs_only_when_somebody_reads_it() throws IOException {
        runFirst();
        lose("Features");
        assertThat(stepsAfter(SHOP, 1)).allMatch(step -> step.endsWith(": UP_TO_DATE"));
        assertThat(wadachi.run(Request.of(goal(edition(SHOP), 1))).count(Outcome.RAN))
                .isZero();
        String edited = SHOP.replace("model of ", "better model of ");
        assertThat(stepsAfter(edited, 1))
                .anyMatch(step -> step.startsWith("Features(lags=1): WILL_RUN its stored value is gone"));
        Report report = wadachi.run(Request.of(goal(edition(edited), 1)).jobs(1));
        assertThat(Outcomes.ran(report)).containsExactly("Features(lags=1)", "Train");
        assertThat(report.value(goal(editions.getLast(), 1))).isEqualTo("better model of a1");
    }

    @Test
    void a_lost_value_that_rests_on_a_lost_value_is_mended_too() throws IOException {
        runFirst();
        lose("Features");
        lose("Sales");
        String edited = SHOP.replace("model of ", "better model of ");
        Report report = wadachi.run(Request.of(goal(edition(edited), 1)).jobs(1));
        assertThat(report.value(goal(editions.getLast(), 1))).isEqualTo("better model of a1");
        assertThat(report.count(Outcome.RAN)).isEqualTo(3);
    }

    @Test
    void after_data_that_came_and_went_an_edit_is_the_only_cause() throws IOException {
        runFirst();
        Files.writeString(folder.resolve("sales"), "xyz\n");
        wadachi.run(goal(editions.getFirst(), 1));
        Files.writeString(folder.resolve("sales"), "abc\n");
        assertThat(wadachi.run(Request.of(goal(editions.getFirst(), 1))).count(Outcome.RAN))
                .isZero();

        String edited = SHOP.replace(".strip()", ".trim()").replace("model of ", "better model of ");

        assertThat(stepsAfter(edited, 1))
                .containsExactly(
                        "Sales(file=sales): WILL_RUN code changed",
                        "Features(lags=1): DEPENDS upstream sales changed (Sales(file=sales))",
                        "Train: WILL_RUN code changed");
    }

    @Test
    void of_equally_near_results_the_one_that_was_used_last_counts() {
        runFirst();
        Project second = edition(SHOP.replace("model of ", "second model of "));
        wadachi.run(goal(second, 1));
        wadachi.run(goal(editions.getFirst(), 1));

        String third = SHOP.replace("return \"model of \" + features;", "return \"model of \" + features + features;");
        Task<String> goal = goal(edition(third), 1);
        assertThat(wadachi.accept(Request.of(goal), "Train", "the same"))
                .singleElement()
                .satisfies(accept -> assertThat(accept.from())
                        .isEqualTo(wadachi.store()
                                .traces()
                                .ofTask("Train", 9)
                                .getLast()
                                .trace()
                                .fingerprint()
                                .entries()
                                .get("code")));
        assertThat(wadachi.run(goal)).isEqualTo("model of a1");
    }

    @Test
    void an_accepted_edit_keeps_the_result_says_so_and_can_be_taken_back() {
        runFirst();
        Task<String> refactored = goal(edition(SHOP.replace("model of ", "better model of ")), 1);
        List<Accept> accepts = wadachi.accept(Request.of(refactored), "Train", "only wording");
        assertThat(accepts).singleElement().extracting(Accept::entry).isEqualTo("code");
        Report report = wadachi.run(Request.of(refactored));
        assertThat(report.value(refactored)).isEqualTo("model of a1");
        assertThat(Outcomes.marks(report, "Train")).containsExactly(Mark.Kind.ACCEPTED);
        String id = wadachi.store().accepts().all().firstKey();
        wadachi.store().accepts().withdraw(id, "it was not", "tester");
        assertThat(wadachi.run(refactored)).isEqualTo("better model of a1");
    }

    @Test
    void an_accepted_version_in_place_of_the_code_keeps_the_result() {
        runFirst();
        Task<String> versioned = goal(edition(SHOP.replace("record Train", "@Version(\"1\") record Train")), 1);
        assertThat(wadachi.accept(Request.of(versioned), "Train", "numbered from now on"))
                .extracting(Accept::entry)
                .contains("code", "version");
        assertThat(Outcomes.steps(wadachi.plan(versioned))).allMatch(step -> step.endsWith(": UP_TO_DATE"));
        assertThat(Outcomes.marks(wadachi.run(Request.of(versioned)), "Train")).containsExactly(Mark.Kind.ACCEPTED);
        assertThat(stepsAfter(SHOP.replace("record Train", "@Version(\"2\") record Train"), 1))
                .as("another version was not accepted")
                .anyMatch(step -> step.startsWith("Train: WILL_RUN"));
    }

    @Test
    void a_version_stands_in_for_the_code() {
        String versioned = SHOP.replace("record Train", "@Version(\"1\") record Train");
        assertThat(wadachi.run(goal(edition(versioned), 1))).isEqualTo("model of a1");
        assertThat(stepsAfter(versioned.replace("model of ", "better model of "), 1))
                .contains("Train: UP_TO_DATE");
        assertThat(stepsAfter(versioned.replace("Version(\"1\")", "Version(\"2\")"), 1))
                .contains("Train: WILL_RUN @Version changed: 1 → 2");
    }

    @Test
    void a_parameter_of_another_type_is_told_by_its_types() {
        runFirst();
        String wider = SHOP.replace("int lags", "long lags");
        Project edition = edition(wider);
        Task<String> features = make(edition, "Features", make(edition, "Sales", "sales"), 1L);
        assertThat(Outcomes.steps(wadachi.plan(features)).getLast())
                .contains("parameter lags changed: 1 (int) → 1 (long)");
    }

    @Test
    void a_version_where_there_was_none_blames_no_module_of_ours() {
        runFirst();
        assertThat(stepsAfter(SHOP.replace("record Train", "@Version(\"1\") record Train"), 1))
                .contains("Train: WILL_RUN code is gone; Wadachi's module core counts no longer; @Version is new");
    }

    @Test
    void a_component_that_was_added_or_renamed_keeps_old_results() {
        runFirst();
        String renamed = SHOP.replace("int lags)", "@Was(\"lags\") int back)").replace("1) + lags", "1) + back");
        assertThat(stepsAfter(renamed, 1))
                .as("the key is the same, so the edit of its code is named")
                .anyMatch(step -> step.startsWith("Features(") && step.endsWith("code changed"));
        String versioned = SHOP.replace("record Features", "@Version(\"1\") record Features");
        wadachi.run(goal(edition(versioned), 1));
        String renamedToo = renamed.replace("record Features", "@Version(\"1\") record Features");
        assertThat(stepsAfter(renamedToo, 1)).allMatch(step -> step.endsWith(": UP_TO_DATE"));
        String added = versioned.replace("int lags)", "int lags, @Added(\"mean\") String how)");
        Project edition = edition(added);
        Task<String> sales = make(edition, "Sales", "sales");
        assertThat(Outcomes.steps(wadachi.plan(make(edition, "Features", sales, 1, "mean"))))
                .allMatch(step -> step.endsWith(": UP_TO_DATE"));
        assertThat(Outcomes.steps(wadachi.plan(make(edition, "Features", sales, 1, "median")))
                        .getLast())
                .contains("parameter how is new");
    }

    @Test
    void a_renamed_task_is_up_to_date_although_its_code_names_it() {
        String shop = SHOP.replace("// how it is trained", """
                record Step(String name) {}
                Train self() { return this; }
                static String of(Train[] some) { return some[0].self() == null ? "" : new Step("a").name(); }
                """)
                .replace("Fit.fit(in.load(features))", "Fit.fit(in.load(features)) + of(new Train[] {this})");
        wadachi.run(goal(edition(shop), 1));
        Project renamed = edition(shop.replace("record Train(", "@Was(\"Train\") record Learn(")
                .replace("Train[", "Learn[")
                .replace("Train self", "Learn self"));
        Task<String> features = make(renamed, "Features", make(renamed, "Sales", "sales"), 1);
        assertThat(Outcomes.steps(wadachi.plan(make(renamed, "Learn", features))))
                .allMatch(step -> step.endsWith(": UP_TO_DATE"));
    }

    @Test
    void an_accept_knows_a_renamed_task_by_both_names() {
        runFirst();
        String edited =
                SHOP.replace("record Train(", "@Was(\"Train\") record Learn(").replace("model of", "a model of");
        for (String name : List.of("Learn", "Train")) {
            Project edition = edition(edited.replace("a model", name.equals("Learn") ? "a model" : "one model"));
            Task<String> features = make(edition, "Features", make(edition, "Sales", "sales"), 1);
            Request request = Request.of(make(edition, "Learn", features));
            assertThat(wadachi.plan(request).steps().getLast().name()).isEqualTo("Learn");
            assertThat(wadachi.accept(request, name, "the same")).hasSize(1);
            assertThat(Outcomes.steps(wadachi.plan(request))).allMatch(step -> step.endsWith(": UP_TO_DATE"));
        }
    }

    @Test
    void a_renamed_task_keeps_its_results_and_an_insignificant_component_changes_none() {
        String versioned = SHOP.replace("record Train", "@Version(\"1\") record Train");
        wadachi.run(goal(edition(versioned), 1));
        Project renamed = edition(versioned.replace(
                "@Version(\"1\") record Train(Task<String> features)",
                "@Version(\"1\") @Was(\"Train\") record Learn(Task<String> features, @Insignificant int threads)"));
        Task<String> features = make(renamed, "Features", make(renamed, "Sales", "sales"), 1);
        for (int threads : List.of(1, 8)) {
            assertThat(Outcomes.steps(wadachi.plan(make(renamed, "Learn", features, threads))))
                    .allMatch(step -> step.endsWith(": UP_TO_DATE"));
        }
    }
}
