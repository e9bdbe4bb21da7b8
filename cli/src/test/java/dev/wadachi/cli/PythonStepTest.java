package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.store.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example with a step in Python, on a machine that has scikit-learn.
class PythonStepTest {

    private static final Path EXAMPLES = Page.repository().resolve("examples");

    @TempDir
    Path folder;

    /// A Python that can run the step; Debian's own has its packages, whatever else is on the path.
    private static Optional<String> python() {
        return Stream.of("python3", "/usr/bin/python3")
                .filter(PythonStepTest::hasLibraries)
                .findFirst();
    }

    private static boolean hasLibraries(String python) {
        try {
            Process asked = new ProcessBuilder(python, "-c", "import pandas, sklearn")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return asked.waitFor(60, TimeUnit.SECONDS) && asked.exitValue() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Captured example() throws IOException {
        Path step = Files.createDirectories(folder.resolve("python-step"));
        for (String file : List.of("Forest.java", "train.py", "requirements.lock")) {
            Files.copy(EXAMPLES.resolve("python-step").resolve(file), step.resolve(file));
        }
        Path data = Files.createDirectories(folder.resolve("ai-shop/data"));
        Files.copy(EXAMPLES.resolve("ai-shop/data/sales.csv"), data.resolve("sales.csv"));
        return Captured.in(step);
    }

    @Test
    void a_model_of_scikit_learn_is_trained_kept_explained_and_judged_as_the_script_judges_it() throws IOException {
        Optional<String> python = python();
        assumeTrue(python.isPresent(), "no python3 with pandas and scikit-learn is here");
        Captured wadachi = example();
        String[] evaluate = words("run", python.get());

        Captured.Said first = wadachi.run(evaluate);

        assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.OK);
        assertThat(mae("Command", wadachi.folder()))
                .isBetween(15.0, 30.0)
                .isCloseTo(mae("Evaluate", wadachi.folder()), within(1e-9));
        Captured.Said again = wadachi.run(evaluate);
        assertThat(again.out() + again.err()).contains("nothing to do");

        Path script = wadachi.folder().resolve("train.py");
        Files.writeString(script, Files.readString(script).replace("min_samples_leaf=3", "min_samples_leaf=2"));
        assertThat(wadachi.run(words("why", python.get())).out())
                .contains("ProjectFiles(path=train.py)  will run: the source changed");
    }

    private static String[] words(String command, String python) {
        return new String[] {command, "Forest.java", "Forest", "evaluate", "--trees", "10", "--python", python};
    }

    private static double mae(String task, Path project) {
        try (Wadachi wadachi = Wadachi.open(project)) {
            return wadachi.store().traces().ofTask(task, 1).getFirst().trace().notes().metrics().stream()
                    .filter(metric -> metric.name().equals("mae"))
                    .mapToDouble(Metric::value)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
