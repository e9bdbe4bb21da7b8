package dev.wadachi.cli;

import dev.wadachi.cli.command.Cancellation;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.engine.worker.Worker;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// Carries out what users do most often, so that the JVM that watches can keep the classes which that needs.
///
/// The launchers start this once after each build, to make their cache of loaded classes: one process makes one cache,
/// and a first run alone would not touch what a run with nothing to do needs. What a run does for each task is done
/// often enough to be compiled, because the cache tells which methods are.
final class Rehearsal {

    /// Tables, and a chain of tasks that is long enough.
    private static final String PIPELINES = """
            import dev.wadachi.table.*;
            import dev.wadachi.task.*;

            record Numbers(int count) implements Task<Table> {
                public Table run(Context in) {
                    return Table.query("select i, sqrt(i) as root from range(" + count + ") as r(i)", java.util.Map.of());
                }
            }

            record Sum(Task<Table> numbers) implements Task<Double> {
                public Double run(Context in) {
                    return in.load(numbers).sql("select sum(root) as sum from this").doubles("sum")[0];
                }
            }

            record First(int number) implements Task<Integer> {
                public Integer run(Context in) {
                    return number;
                }
            }

            record Next(Task<Integer> before, int number) implements Task<Integer> {
                public Integer run(Context in) {
                    return in.load(before) + number;
                }
            }

            @Isolated
            record Apart(Task<Double> sum) implements Task<Double> {
                public Double run(Context in) {
                    return in.load(sum);
                }
            }

            record Rehearsed(@Default("9") int count, @Default("300") int length) implements Pipeline {
                public Task<Double> sum() {
                    return new Sum(new Numbers(count));
                }

                public Task<Double> apart() {
                    return new Apart(sum());
                }

                public Task<Integer> last() {
                    Task<Integer> task = new First(0);
                    for (int number = 1; number < length; number++) {
                        task = new Next(task, number);
                    }
                    return task;
                }
            }
            """;

    private static final String CLASS = ".class";

    private Rehearsal() {}

    /// @param words a folder to write to; and, where the current folder is a project whose code may be run, the name of
    ///     a pipeline of it and of one of its goals
    public static void main(String[] words) throws IOException, ClassNotFoundException, URISyntaxException {
        Path folder = Path.of(words[0]);
        String file =
                Files.writeString(folder.resolve("Rehearsed.java"), PIPELINES).toString();
        rehearse(List.of(file, "Rehearsed", "last"), folder);
        rehearse(List.of(file, "Rehearsed", "sum"), folder);
        if (words.length > 1) {
            rehearse(List.of(words[1], words[2]), folder);
        }
        carryOut(List.of(List.of("run", file, "Rehearsed", "apart", "--store", store(folder))));
        loadWorkers();
        System.exit(ExitCode.OK.number());
    }

    private static void rehearse(List<String> goal, Path folder) {
        List.of("run", "run", "why")
                .forEach(command -> carryOut(List.of(List.of(command), goal, List.of("--store", store(folder)))));
        carryOut(List.of(List.of("ls", "--store", store(folder))));
        carryOut(List.of(List.of("tasks"), goal.subList(0, goal.size() - 2)));
    }

    private static String store(Path folder) {
        return folder.resolve("store").toString();
    }

    /// What only the process of an isolated body needs: such a process uses the cache, and cannot add to it.
    private static void loadWorkers() throws IOException, ClassNotFoundException, URISyntaxException {
        URL core = Worker.class.getProtectionDomain().getCodeSource().getLocation();
        String folder = Worker.class.getPackageName().replace('.', '/') + "/";
        try (JarFile jar = new JarFile(Path.of(core.toURI()).toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (name.startsWith(folder) && name.endsWith(CLASS)) {
                    Class.forName(
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.'));
                }
            }
        }
    }

    private static void carryOut(List<List<String>> words) {
        Main.carryOut(words.stream().flatMap(List::stream).toList(), new Cancellation());
    }
}
