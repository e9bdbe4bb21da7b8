package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.code.Project;
import dev.wadachi.engine.Refused;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Mark;
import dev.wadachi.store.Outcome;
import dev.wadachi.task.Task;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The user's word on tasks that no component names, because a body loads them while it runs.
@Timeout(60)
class EarlierLoadsTest {

    private static final String SOURCE = """
            import dev.wadachi.task.*;

            record Base() implements Task<String> {
                public String run(Context in) { return "base"; }
            }
            record Between(int depth) implements Task<String> {
                public String run(Context in) { return depth + in.load(new Base()); }
            }
            record Dynamic() implements Task<String> {
                public String run(Context in) { return "on " + in.load(new Between(1)); }
            }
            record Last(Task<String> dynamic) implements Task<String> {
                public String run(Context in) { return in.load(dynamic) + "."; }
            }
            """;

    @TempDir
    Path folder;

    @TempDir
    Path classes;

    private Wadachi wadachi;
    private Project first;
    private Task<String> goal;

    @BeforeEach
    void runFirst() {
        wadachi = Wadachi.open(folder);
        first = Project.of(classes.resolve("first"), SOURCE);
        goal = goal(first);
        assertThat(wadachi.run(goal)).isEqualTo("on 1base.");
    }

    @AfterEach
    void close() {
        wadachi.close();
        first.close();
    }

    private static Task<String> goal(Project edition) {
        return make(edition, "Last", make(edition, "Dynamic"));
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
    void a_change_of_a_task_that_is_loaded_can_be_accepted() {
        try (Project edited = Project.of(classes.resolve("edited"), SOURCE.replace("\"base\"", "\"basis\""))) {
            Request request = Request.of(goal(edited));
            assertThat(Outcomes.steps(wadachi.plan(request))).contains("Base: WILL_RUN code changed");

            assertThat(wadachi.accept(request, "Base", "only wording")).hasSize(1);

            assertThat(wadachi.plan(request).isUpToDate()).isTrue();
            assertThat(wadachi.run(request).count(Outcome.RAN)).isZero();
        }
    }

    @Test
    void a_task_that_is_loaded_runs_again_when_asked_to() {
        Report report = wadachi.run(Request.of(goal).rerun("Base"));

        assertThat(Outcomes.ran(report)).containsExactly("Base");
    }

    @Test
    void what_follows_a_task_that_is_loaded_runs_again_when_asked_to() {
        Request request = Request.of(goal).rerunDownstream("Base");
        assertThat(Outcomes.steps(wadachi.plan(request)))
                .contains("Last: WILL_RUN asked for by --rerun Base+", "Dynamic: WILL_RUN asked for by --rerun Base+");

        assertThat(Outcomes.ran(wadachi.run(request))).containsExactly("Base", "Between(depth=1)", "Dynamic", "Last");
    }

    @Test
    void a_given_value_takes_the_place_of_a_task_that_is_loaded() {
        Report report = wadachi.run(Request.of(goal).set("Base", "given"));

        assertThat(report.value(goal)).isEqualTo("on 1given.");
        assertThat(Outcomes.marks(report, "Last")).containsExactly(Mark.Kind.OVERRIDDEN);
    }

    @Test
    void an_earlier_result_takes_the_place_of_a_task_that_is_loaded() {
        String earlier = wadachi.run(Request.of(goal)).run();
        try (Project edited = Project.of(classes.resolve("edited"), SOURCE.replace("\"base\"", "\"basis\""))) {
            Task<String> today = goal(edited);
            assertThat(wadachi.run(Request.of(today).reuse("Base")).value(today))
                    .isEqualTo("on 1base.");
            assertThat(wadachi.run(Request.of(today).from("Base", earlier)).value(today))
                    .isEqualTo("on 1base.");
        }
    }

    @Test
    void a_misspelt_name_is_refused_with_the_names_of_loads_among_those_that_there_are() {
        assertThatThrownBy(() -> wadachi.run(Request.of(goal).rerun("Bse")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("did you mean Base? There are Base, Between, Dynamic, Last");
        assertThatThrownBy(() -> wadachi.accept(Request.of(goal), "Betwen", "the same"))
                .hasMessageContaining("did you mean Between?");
    }
}
