package dev.wadachi.cli;

import dev.wadachi.cli.command.Cancellation;
import dev.wadachi.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Carries out what users do most often, so that the JVM that watches can keep the classes which that needs.
///
/// The launchers start this once after each build, to make their cache of loaded classes: one process makes one cache,
/// and a first run alone would not touch what a run with nothing to do needs.
final class Rehearsal {

    /// What stands for a project of which nothing may be run yet.
    private static final String NUMBERS = """
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

            record Rehearsed(@Default("9") int count) implements Pipeline {
                public Task<Double> sum() {
                    return new Sum(new Numbers(count));
                }
            }
            """;

    private Rehearsal() {}

    /// @param words the name of a pipeline of the current folder's project, of one of its goals, and a folder for a
    ///     store; or a folder alone, for a pipeline of our own
    public static void main(String[] words) throws IOException {
        if (words.length == 1) {
            Path file = Files.writeString(Path.of(words[0], "Rehearsed.java"), NUMBERS);
            rehearse(List.of(file.toString(), "Rehearsed", "sum"), words[0] + "/store");
        } else {
            rehearse(List.of(words[0], words[1]), words[2]);
        }
        System.exit(ExitCode.OK.number());
    }

    private static void rehearse(List<String> goal, String store) {
        List.of("run", "run", "why")
                .forEach(command -> carryOut(List.of(List.of(command), goal, List.of("--store", store))));
        carryOut(List.of(List.of("ls", "--store", store)));
        carryOut(List.of(List.of("tasks"), goal.subList(0, goal.size() - 2)));
    }

    private static void carryOut(List<List<String>> words) {
        Main.carryOut(words.stream().flatMap(List::stream).toList(), new Cancellation());
    }
}
