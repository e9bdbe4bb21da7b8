package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.code.Project;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Outcome;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/// Random graphs under random edits of parameters, sources, code and store: what the cache gives is what computing
/// gives.
class EnginePropertiesTest {

    private static final int FILES = 3;
    private static final int EDITIONS = 3;

    private static final String STEP = """
            import dev.wadachi.task.*;
            import java.nio.file.*;
            import java.util.*;

            record Figure(String file) implements Source<Integer> {
                public Stamp stamp(Resources from) { return Stamp.ofFile(from.path(file)); }
                public Integer run(Context in) throws Exception {
                    return Integer.parseInt(Files.readString(in.path(file)).strip());
                }
            }
            record Step(int number, int parameter, List<Task<Integer>> needs) implements Task<Integer> {
                public Integer run(Context in) {
                    return (31 * needs.stream().mapToInt(in::load).sum() + number + parameter + EDITION) % 5;
                }
                static final int EDITION = %d;
            }
            """;

    /// The compiled editions, shared by all tries.
    private interface Compiled {
        List<Project> EDITIONS_OF_STEP = compile();

        private static List<Project> compile() {
            try {
                Path classes = Files.createTempDirectory("editions");
                List<Project> all = new ArrayList<>();
                for (int i = 0; i < EDITIONS; i++) {
                    all.add(Project.of(classes.resolve("edition" + i), STEP.replace("%d", String.valueOf(i))));
                }
                return all;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /// What there is to compute: the random choices of one try, changed step by step.
    private static final class World {

        private final Path folder;
        private final Random random;
        private final int[] files = new int[FILES];
        private final int[] parameters;
        private final List<List<Integer>> needs = new ArrayList<>();
        private int edition;

        World(Path folder, long seed) throws IOException {
            this.folder = folder;
            this.random = new Random(seed);
            this.parameters = new int[3 + random.nextInt(6)];
            for (int i = 0; i < parameters.length; i++) {
                List<Integer> upstreams = new ArrayList<>();
                for (int j = 0; j < FILES + i; j++) {
                    if (random.nextInt(3) == 0) {
                        upstreams.add(j);
                    }
                }
                needs.add(upstreams);
            }
            for (int i = 0; i < FILES; i++) {
                write(i, random.nextInt(5));
            }
        }

        private void write(int file, int value) throws IOException {
            files[file] = value;
            Files.writeString(folder.resolve("file" + file), value + "\n");
        }

        void edit() throws IOException {
            switch (random.nextInt(3)) {
                case 0 -> write(random.nextInt(FILES), random.nextInt(5));
                case 1 -> parameters[random.nextInt(parameters.length)] = random.nextInt(5);
                default -> edition = random.nextInt(EDITIONS);
            }
        }

        List<Task<Integer>> tasks() {
            Project project = Compiled.EDITIONS_OF_STEP.get(edition);
            List<Task<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < FILES; i++) {
                tasks.add(make(project, "Figure", "file" + i));
            }
            for (int i = 0; i < parameters.length; i++) {
                tasks.add(make(
                        project,
                        "Step",
                        i,
                        parameters[i],
                        needs.get(i).stream().map(tasks::get).toList()));
            }
            return tasks;
        }

        @SuppressWarnings("unchecked") // the source above says so
        private static Task<Integer> make(Project project, String name, Object... components) {
            try {
                var constructor = project.type(name).getDeclaredConstructors()[0];
                constructor.setAccessible(true);
                return (Task<Integer>) constructor.newInstance(components);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        /// The values without an engine.
        List<Integer> values() {
            List<Integer> values = new ArrayList<>();
            for (int file : files) {
                values.add(file);
            }
            for (int i = 0; i < parameters.length; i++) {
                int sum = needs.get(i).stream().mapToInt(values::get).sum();
                values.add((31 * sum + i + parameters[i] + edition) % 5);
            }
            return values;
        }
    }

    private static Report right(Wadachi wadachi, World world) {
        List<Task<Integer>> tasks = world.tasks();
        Report report = wadachi.run(Request.of(tasks).jobs(2));
        assertThat(tasks.stream().map(report::value).toList()).isEqualTo(world.values());
        return report;
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void after_any_edit_a_kept_value_is_the_computed_one_and_nothing_runs_twice(@ForAll long seed) throws IOException {
        Path folder = Files.createTempDirectory("property");
        World world = new World(folder, seed);
        try (Wadachi wadachi = Wadachi.open(folder)) {
            for (int i = 0; i < 5; i++) {
                right(wadachi, world);
                assertThat(right(wadachi, world).count(Outcome.RAN)).isZero();
                world.edit();
            }
            wadachi.store()
                    .traces()
                    .forEach(recorded -> assertThat(recorded.number()).isEqualTo(1));
        } finally {
            delete(folder);
        }
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void whatever_is_lost_from_the_store_the_values_are_right(@ForAll long seed) throws IOException {
        Path folder = Files.createTempDirectory("property");
        World world = new World(folder, seed);
        try {
            for (int i = 0; i < 4; i++) {
                try (Wadachi wadachi = Wadachi.open(folder)) {
                    right(wadachi, world);
                    assertThat(right(wadachi, world).count(Outcome.RAN)).isZero();
                }
                lose(folder.resolve(".wadachi/traces"), world.random);
                lose(folder.resolve(".wadachi/blobs"), world.random);
                world.edit();
            }
        } finally {
            delete(folder);
        }
    }

    private static void lose(Path folder, Random random) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (random.nextInt(4) == 0) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
