package dev.wadachi.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// How long the code signatures of a [GeneratedProject] take in a JVM that has just started; for one that is warm there
/// is [CodeSignaturesBenchmark].
///
/// Run it without arguments: it writes and compiles the project, waits until its files are old enough to be trusted,
/// and starts a JVM of its own for every figure, with the flags of `./wadachi`. Time runs from before the first
/// signature to after the last; the JVM's own start is not in it. Medians of seven; CPU is that of the whole process in
/// that time, compilers included.
public final class CodeSignatures {

    private static final int ROUNDS = 7;

    private CodeSignatures() {}

    /// Without arguments it measures; with `sign <classes> <cache>` it is the process that is measured.
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 3 && arguments[0].equals("sign")) {
            sign(Path.of(arguments[1]), Path.of(arguments[2]));
        } else {
            measure(Files.createTempDirectory("code-signatures"));
        }
    }

    private static void measure(Path folder) throws Exception {
        Path classes = GeneratedProject.in(folder).classes();
        // Two seconds is the coarsest clock of a file system; see FileState.
        Thread.sleep(2500);
        List<double[]> cold = new ArrayList<>();
        List<double[]> warm = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Path cache = folder.resolve("cache-" + round);
            cold.add(start(classes, cache));
            warm.add(start(classes, cache));
        }
        report("cold, nothing kept", cold);
        report("nothing changed", warm);
        System.out.println("The project is in " + folder + ".");
    }

    private static void report(String what, List<double[]> figures) {
        System.out.printf(
                Locale.ROOT, "%-20s %6.1f ms wall, %6.1f ms CPU%n", what, median(figures, 0), median(figures, 1));
    }

    private static double median(List<double[]> figures, int column) {
        List<Double> sorted =
                new ArrayList<>(figures.stream().map(figure -> figure[column]).toList());
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static double[] start(Path classes, Path cache) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xms128m",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:-UsePerfData",
                        "-XX:Tier4InvocationThreshold=50000",
                        "-XX:Tier4MinInvocationThreshold=20000",
                        "-XX:Tier4CompileThreshold=100000",
                        "-XX:Tier4BackEdgeThreshold=400000",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CodeSignatures.class.getName(),
                        "sign",
                        classes.toString(),
                        cache.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the measured process failed: " + printed);
        }
        String[] figures = printed.split(" ", -1);
        return new double[] {Double.parseDouble(figures[0]), Double.parseDouble(figures[1])};
    }

    private static void sign(Path classes, Path cache) throws Exception {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (GeneratedProject.Loaded project = new GeneratedProject(classes).load()) {
            long cpu = system.getProcessCpuTime();
            long wall = System.nanoTime();
            project.sign(cache);
            double elapsed = (System.nanoTime() - wall) / 1e6;
            double used = (system.getProcessCpuTime() - cpu) / 1e6;
            System.out.println(elapsed + " " + used);
        }
    }
}
