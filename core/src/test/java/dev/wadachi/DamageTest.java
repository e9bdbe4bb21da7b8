package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Context;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.Scratch;
import dev.wadachi.task.Stored;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bytes that rot in the store, with nothing to see from outside.
class DamageTest {

    private static final int LARGE = 2 << 20;

    record Greeting(String name) implements Task<String> {
        @Override
        public String run(Context in) {
            return "hello, " + name;
        }
    }

    /// A text that is read from its file, which at this length nobody verifies.
    record Line(String text) {

        private static final Codec<Line> CODEC = new Codec<>() {
            @Override
            public Class<Line> type() {
                return Line.class;
            }

            @Override
            public String id() {
                return "line";
            }

            @Override
            public int version() {
                return 1;
            }

            @Override
            public Encoded encode(Line value, Scratch scratch) throws IOException {
                return new Encoded.InFile(Files.writeString(scratch.newFile(), value.text()));
            }

            @Override
            public Line decode(Stored stored) throws IOException {
                String text = Files.readString(((Stored.Whole) stored).blob().file());
                if (!text.endsWith("\n")) {
                    throw new IOException("a line has an end");
                }
                return new Line(text);
            }
        };
    }

    record Ruler(int length) implements Task<Line> {
        @Override
        public Line run(Context in) {
            return new Line("-".repeat(length) + "\n");
        }

        @Override
        public Optional<Codec<Line>> codec() {
            return Optional.of(Line.CODEC);
        }
    }

    record Width(Task<Line> line, int more) implements Task<Integer> {
        @Override
        public Integer run(Context in) {
            return in.load(line).text().length() + more;
        }
    }

    @TempDir
    Path folder;

    @Test
    void a_goal_whose_bytes_are_damaged_is_computed_again_and_the_damage_is_told() throws IOException {
        Task<String> goal = new Greeting("Anna");
        ran(goal);
        damage("hello, Anna".getBytes(StandardCharsets.UTF_8));

        try (Wadachi wadachi = Wadachi.open(folder)) {
            Report report = wadachi.run(Request.of(goal));

            assertThat(Outcomes.ran(report)).containsExactly("Greeting(name=Anna)");
            assertThat(report.value(goal)).isEqualTo("hello, Anna");
            assertThat(report.warnings())
                    .singleElement()
                    .asString()
                    .contains("is damaged (its bytes have another digest)")
                    .contains("counts as missing");
            assertThat(wadachi.run(Request.of(goal)).warnings()).isEmpty();
        }
    }

    @Test
    void a_plan_says_that_a_damaged_goal_would_run() throws IOException {
        Task<String> goal = new Greeting("Anna");
        ran(goal);
        damage("hello, Anna".getBytes(StandardCharsets.UTF_8));

        try (Wadachi wadachi = Wadachi.open(folder)) {
            assertThat(Outcomes.steps(wadachi.plan(goal)))
                    .singleElement()
                    .asString()
                    .startsWith("Greeting(name=Anna): WILL_RUN")
                    .contains("gone");
        }
    }

    @Test
    void a_large_goal_that_cannot_be_read_for_damage_is_computed_again() throws IOException {
        Task<Line> goal = new Ruler(LARGE);
        ran(goal);
        damage(("-".repeat(LARGE) + "\n").getBytes(StandardCharsets.UTF_8));

        try (Wadachi wadachi = Wadachi.open(folder)) {
            Report report = wadachi.run(Request.of(goal));

            assertThat(Outcomes.ran(report)).containsExactly("Ruler(length=2097152)");
            assertThat(report.value(goal).text()).hasSize(LARGE + 1);
        }
    }

    @Test
    void a_large_upstream_that_cannot_be_read_for_damage_is_computed_again_by_its_reader() throws IOException {
        Task<Line> line = new Ruler(LARGE);
        ran(new Width(line, 0));
        damage(("-".repeat(LARGE) + "\n").getBytes(StandardCharsets.UTF_8));

        try (Wadachi wadachi = Wadachi.open(folder)) {
            assertThat(wadachi.run(new Width(line, 1))).isEqualTo(LARGE + 2);
        }
    }

    private void ran(Task<?> goal) {
        try (Wadachi wadachi = Wadachi.open(folder)) {
            wadachi.run(goal);
        }
    }

    /// Changes the last byte of the blob with these bytes.
    private void damage(byte[] content) throws IOException {
        for (Path blob : blobs()) {
            byte[] bytes = Files.readAllBytes(blob);
            if (Arrays.equals(bytes, content)) {
                bytes[bytes.length - 1] ^= 1;
                assertThat(blob.toFile().setWritable(true)).isTrue();
                Files.write(blob, bytes);
                return;
            }
        }
        throw new AssertionError("there is no such blob");
    }

    private List<Path> blobs() throws IOException {
        try (var files = Files.walk(folder.resolve(".wadachi").resolve("blobs"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
