package dev.wadachi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.Wadachi;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.task.Context;
import dev.wadachi.task.Part;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemporaryProjectTest {

    record Words(String file) implements Source<String> {
        @Override
        public Stamp stamp(Resources from) {
            return Stamp.ofFile(from.path(file));
        }

        @Override
        public String run(Context in) throws IOException {
            return Files.readString(in.path(file));
        }
    }

    record Count(Task<String> words) implements Task<Map<String, Integer>> {
        @Override
        public Map<String, Integer> run(Context in) {
            return Map.of("words", in.load(words).strip().split(" ").length);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Halves(byte[] left, String right) {}

    record Split(Task<String> words) implements Task<Halves> {
        @Override
        public Halves run(Context in) {
            String text = in.load(words);
            return new Halves(new byte[] {(byte) text.charAt(0)}, text.substring(text.length() / 2));
        }
    }

    record Left(Task<Halves> halves) implements Task<List<Integer>> {
        @Override
        public List<Integer> run(Context in) {
            Part<Halves, byte[]> left = Halves::left;
            return List.of((int) in.load(halves, left)[0]);
        }
    }

    @Test
    void what_ran_before_is_a_hit_when_the_project_is_opened_again() {
        Count count = new Count(new Words("words.txt"));
        try (TemporaryProject project = TemporaryProject.make().write("words.txt", "one two")) {
            assertThat(run(project, count)).hasToString("ran Count, Words");
            assertThat(run(project, count)).hasToString("hit Count, Words");
            project.write("words.txt", "one two three");
            assertThat(run(project, count).ran()).containsExactly("Count", "Words");
        }
    }

    @Test
    void a_reader_of_one_part_is_a_hit_while_that_part_stays_the_same() {
        Left left = new Left(new Split(new Words("words.txt")));
        try (TemporaryProject project = TemporaryProject.make().write("words.txt", "abcd")) {
            assertThat(run(project, left)).hasToString("ran Left, Split, Words");
            project.write("words.txt", "abxy");
            assertThat(run(project, left)).hasToString("ran Split, Words; hit Left");
            project.write("words.txt", "zbxy");
            assertThat(run(project, left)).hasToString("ran Left, Split, Words");
        }
    }

    @Test
    void a_failure_and_what_it_kept_from_running_are_told_apart() {
        try (TemporaryProject project = TemporaryProject.make();
                Wadachi wadachi = project.open()) {
            Report report = wadachi.run(Request.of(new Count(new Words("missing.txt"))));

            assertThat(Outcomes.of(report)).hasToString("failed Words; skipped Count");
        }
    }

    @Test
    void a_project_goes_when_it_is_closed_and_keeps_to_its_folder() {
        TemporaryProject project = TemporaryProject.make();
        assertThatThrownBy(() -> project.write("../out", "x"))
                .hasMessage("The path '../out' leads out of the project.");

        project.write("a/b", "x").close();

        assertThat(project.root()).doesNotExist();
    }

    private static Outcomes run(TemporaryProject project, Task<?> goal) {
        try (Wadachi wadachi = project.open()) {
            return Outcomes.of(wadachi.run(Request.of(goal)).orThrow());
        }
    }
}
