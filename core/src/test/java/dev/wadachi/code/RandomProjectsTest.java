package dev.wadachi.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// In a random project, editing one class changes the signatures of exactly those tasks from which a search through
/// the project's plan comes to that class; and what is kept agrees with a fresh look.
class RandomProjectsTest {

    /// Which class calls which, with the number that an edit changes. Class 0 is called by none before it.
    ///
    /// @param tasks the class that each task calls
    private record Plan(List<List<Integer>> calls, List<Integer> factors, List<Integer> tasks) {

        static Plan random(Random random, int classes, int tasks) {
            List<List<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < classes; i++) {
                int from = i;
                calls.add(random.ints(random.nextInt(4), 0, classes)
                        .filter(to -> to > from)
                        .distinct()
                        .boxed()
                        .toList());
            }
            List<Integer> factors = random.ints(classes, 2, 1000).boxed().toList();
            return new Plan(
                    calls, factors, random.ints(tasks, 0, classes).boxed().toList());
        }

        Plan edited(int type) {
            List<Integer> edited = new ArrayList<>(factors);
            edited.set(type, edited.get(type) + 1);
            return new Plan(calls, edited, tasks);
        }

        boolean reaches(int task, int type) {
            Set<Integer> seen = new HashSet<>();
            Deque<Integer> ahead = new ArrayDeque<>(List.of(tasks.get(task)));
            while (!ahead.isEmpty()) {
                int next = ahead.pop();
                if (seen.add(next)) {
                    ahead.addAll(calls.get(next));
                }
            }
            return seen.contains(type);
        }

        /// Calls go through static methods, lambdas, interfaces and constructors in turn.
        String source(int type) {
            StringBuilder source = new StringBuilder("package shop; class C" + type + " implements Step {\n");
            source.append("    final int factor = " + factors.get(type) + ";\n");
            source.append("    static int start(int x) { Step step = new C" + type + "(); return step.go(x); }\n");
            source.append("    public int go(int x) {\n        int sum = factor * x;\n");
            for (int to : calls.get(type)) {
                source.append(
                        switch (to % 3) {
                            case 0 -> "        sum += C" + to + ".start(x);\n";
                            case 1 ->
                                "        sum += java.util.stream.IntStream.of(x).map(C" + to + "::start).sum();\n";
                            default ->
                                "        Step next" + to + " = y -> new C" + to + "().go(y);\n        sum += next" + to
                                        + ".go(x);\n";
                        });
            }
            return source.append("        return sum;\n    }\n}\n").toString();
        }

        Map<String, String> sources() {
            Map<String, String> sources = new TreeMap<>();
            sources.put("shop/Step.java", "package shop; interface Step { int go(int x); }");
            for (int i = 0; i < calls.size(); i++) {
                sources.put("shop/C" + i + ".java", source(i));
            }
            for (int i = 0; i < tasks.size(); i++) {
                sources.put("shop/T" + i + ".java", """
                        package shop;
                        record T%d(int size) implements dev.wadachi.task.Task<Integer> {
                            public Integer run(dev.wadachi.task.Context in) { return C%d.start(size); }
                        }
                        """.formatted(i, tasks.get(i)));
            }
            return sources;
        }
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void an_edit_changes_the_tasks_that_reach_it_and_no_others(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int classes) throws IOException {
        Path folder = Files.createTempDirectory("random-project");
        try {
            Random random = new Random(seed);
            check(folder, Plan.random(random, classes, 6), random.nextInt(classes));
        } finally {
            delete(folder);
        }
    }

    @Test
    void a_thousand_classes_are_told_apart(@TempDir Path folder) {
        check(folder, Plan.random(new Random(7), 1000, 40), 700);
    }

    private static void check(Path folder, Plan plan, int edited) {
        Path classes = folder.resolve("classes");
        Path cache = folder.resolve("cache");
        Project.compile(classes, plan.sources(), List.of());
        List<Digest> before = sign(classes, CodeCache.in(cache), plan);
        assertThat(sign(classes, CodeCache.in(cache), plan)).as("kept").isEqualTo(before);
        String changed = "shop/C" + edited + ".java";
        Project.compile(classes, Map.of(changed, plan.edited(edited).source(edited)), List.of(classes));
        List<Digest> after = sign(classes, CodeCache.in(cache), plan);
        assertThat(sign(classes, CodeCache.inMemory(), plan))
                .as("computed anew")
                .isEqualTo(after);
        for (int task = 0; task < plan.tasks().size(); task++) {
            assertThat(!after.get(task).equals(before.get(task)))
                    .as("task %d changes with class %d of %s", task, edited, plan)
                    .isEqualTo(plan.reaches(task, edited));
        }
    }

    private static List<Digest> sign(Path classes, CodeCache cache, Plan plan) {
        try (Project project = Project.over(classes);
                CodeReader reader = CodeReader.over(UserCode.classFolders(), cache)) {
            return IntStream.range(0, plan.tasks().size())
                    .mapToObj(task ->
                            reader.of(project.type("shop.T" + task), List.of()).digest())
                    .toList();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
