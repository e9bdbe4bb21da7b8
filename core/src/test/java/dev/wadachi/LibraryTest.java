package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.code.Project;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Accept;
import dev.wadachi.store.Mark;
import dev.wadachi.store.Outcome;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A library that changes under the tasks that use it.
@Timeout(60)
class LibraryTest {

    private static final String SHOP = """
            import dev.wadachi.task.*;

            record Count(int days) implements Task<Integer> {
                public Integer run(Context in) { return weeks.Weeks.of(days); }
            }
            record Plain(int days) implements Task<Integer> {
                public Integer run(Context in) { return days; }
            }
            record Report(Task<Integer> count, Task<Integer> plain) implements Task<String> {
                public String run(Context in) { return in.load(count) + " weeks in " + in.load(plain) + " days"; }
            }
            """;

    private static final String WEEKS = """
            package weeks;
            public class Weeks { public static int of(int days) { return days / 7; } }
            """;

    @TempDir
    Path folder;

    @TempDir
    Path built;

    private final List<Project> editions = new ArrayList<>();
    private Wadachi wadachi;

    @BeforeEach
    void open() throws IOException {
        wadachi = Wadachi.open(folder);
        assertThat(wadachi.run(goal("1.0", WEEKS))).isEqualTo("2 weeks in 20 days");
    }

    @AfterEach
    void close() {
        wadachi.close();
        editions.forEach(Project::close);
    }

    /// The shop, compiled once, with this edition of the library.
    private Task<String> goal(String version, String library) throws IOException {
        return goal(version, library, SHOP);
    }

    private Task<String> goal(String version, String library, String source) throws IOException {
        Path home = Files.createDirectories(built.resolve("edition" + editions.size()));
        Path jar = home.resolve("weeks-" + version + ".jar");
        try (Project compiled = Project.of(home.resolve("library"), Map.of("Weeks.java", library), List.of());
                OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("weeks/Weeks.class"));
            Files.copy(compiled.classes().resolve("weeks").resolve("Weeks.class"), zip);
        }
        Project shop = Project.of(home.resolve("shop"), Map.of("Shop.java", source), List.of(jar));
        editions.add(shop);
        return make(shop, "Report", make(shop, "Count", 20), make(shop, "Plain", 20));
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

    @Test
    void a_new_version_runs_the_tasks_that_reach_it_and_no_others() throws IOException {
        Task<String> goal = goal("1.1", WEEKS.replace("days / 7", "(days + 6) / 7"));
        assertThat(Outcomes.steps(wadachi.plan(goal)))
                .contains(
                        "Count(days=20): WILL_RUN library weeks changed: weeks-1.0.jar → weeks-1.1.jar",
                        "Plain(days=20): UP_TO_DATE")
                .anyMatch(step -> step.startsWith("Report: DEPENDS upstream count changed"));
        var report = wadachi.run(Request.of(goal));
        assertThat(Outcomes.ran(report)).containsExactly("Count(days=20)", "Report");
        assertThat(report.value(goal)).isEqualTo("3 weeks in 20 days");
    }

    @Test
    void a_run_records_the_projects_jars() throws IOException {
        var report = wadachi.run(Request.of(goal("2.0", WEEKS)));
        assertThat(wadachi.store()
                        .runs()
                        .find(report.run())
                        .orElseThrow()
                        .start()
                        .jars())
                .containsKey("weeks-2.0.jar")
                .doesNotContainKey("weeks-1.0.jar");
    }

    @Test
    void a_patch_that_gives_the_same_value_reruns_nothing_that_follows() throws IOException {
        Task<String> goal = goal("1.0.1", WEEKS.replace("days / 7", "Math.floorDiv(days, 7)"));
        assertThat(Outcomes.ran(wadachi.run(Request.of(goal)))).containsExactly("Count(days=20)");
    }

    @Test
    void the_same_content_under_another_version_changes_nothing() throws IOException {
        assertThat(wadachi.run(Request.of(goal("2.0", WEEKS))).count(Outcome.RAN))
                .isZero();
    }

    @Test
    void a_library_that_a_task_newly_reaches_or_no_longer_may_be_accepted() throws IOException {
        String reaching = SHOP.replace("return days;", "return weeks.Weeks.of(7 * days);");
        Task<String> goal = goal("1.0", WEEKS, reaching);
        assertThat(wadachi.accept(Request.of(goal), "Plain", "the same figure"))
                .extracting(Accept::entry)
                .containsExactlyInAnyOrder("code", "library.weeks");
        assertThat(Outcomes.steps(wadachi.plan(goal))).allMatch(step -> step.endsWith(": UP_TO_DATE"));
        assertThat(Outcomes.marks(wadachi.run(Request.of(goal)), "Plain(days=20)"))
                .containsExactly(Mark.Kind.ACCEPTED);

        String leaving = SHOP.replace("weeks.Weeks.of(days)", "days / 7");
        Task<String> without = goal("1.0", WEEKS, leaving);
        wadachi.accept(Request.of(without), "Count", "written out");
        assertThat(Outcomes.steps(wadachi.plan(without))).allMatch(step -> step.endsWith(": UP_TO_DATE"));
    }

    @Test
    void a_change_of_a_library_may_be_accepted_for_all_tasks() throws IOException {
        Task<String> goal = goal("1.1", WEEKS.replace("days / 7", "(days + 6) / 7"));
        List<Accept> accepts =
                wadachi.acceptLibrary(Request.of(goal), Accept.EVERY_TASK, "weeks", "only what we do not use");
        assertThat(accepts).extracting(Accept::entry).containsOnly("library.weeks");
        var report = wadachi.run(Request.of(goal));
        assertThat(report.value(goal)).isEqualTo("2 weeks in 20 days");
        assertThat(Outcomes.marks(report, "Count(days=20)")).containsExactly(Mark.Kind.ACCEPTED);
    }
}
