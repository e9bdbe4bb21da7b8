package dev.wadachi.bench;

import dev.wadachi.code.CodeCache;
import dev.wadachi.code.CodeReader;
import dev.wadachi.code.UserCode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// How long the code signatures of a project of 1,000 classes take in a JVM that has just started.
///
/// Run it without arguments: it writes and compiles the project, waits until its files are old enough to be trusted,
/// and starts a JVM of its own for every figure, with the flags of `./wadachi`. Time runs from before the first
/// signature to after the last; the JVM's own start is not in it. Medians of seven; CPU is that of the whole process in
/// that time, compilers included.
public final class CodeSignatures {

    private static final int CLASSES = 900;
    private static final int TASKS = 100;
    private static final int METHODS = 4;
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
        Path classes = folder.resolve("classes");
        compile(folder.resolve("sources"), classes);
        // Two seconds is the coarsest clock of a file system; see FileStamp.
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
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            List<Class<?>> tasks = new ArrayList<>();
            for (int i = 0; i < TASKS; i++) {
                tasks.add(Class.forName("bench.Task" + i, false, loader));
            }
            long cpu = system.getProcessCpuTime();
            long wall = System.nanoTime();
            double elapsed;
            double used;
            try (CodeReader reader = CodeReader.over(UserCode.classFolders(), CodeCache.in(cache))) {
                for (Class<?> task : tasks) {
                    reader.of(task, List.of());
                }
                elapsed = (System.nanoTime() - wall) / 1e6;
                used = (system.getProcessCpuTime() - cpu) / 1e6;
            }
            System.out.println(elapsed + " " + used);
        }
    }

    private static void compile(Path sources, Path classes) throws IOException {
        Files.createDirectories(classes);
        Files.createDirectories(sources);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            files.add(Files.writeString(sources.resolve("Task" + i + ".java"), task(i)));
        }
        for (int i = 0; i < CLASSES; i++) {
            files.add(Files.writeString(sources.resolve("Helper" + i + ".java"), helper(i)));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                List.of("-g", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            if (!compiler.getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call()) {
                throw new IllegalStateException("the generated project does not compile: " + sources);
            }
        }
    }

    private static String task(int i) {
        int first = i * (CLASSES / TASKS);
        return """
                package bench;
                record Task%d(int size) implements dev.wadachi.task.Task<Integer> {
                    public Integer run(dev.wadachi.task.Context in) {
                        return new Helper%d(size).step0(size) + new Helper%d(size).step1(size);
                    }
                }
                """.formatted(i, first, first + 1);
    }

    /// A class as people write them: a field or two, a loop, a stream with a lambda, a switch, a call of another class.
    private static String helper(int i) {
        StringBuilder source = new StringBuilder("""
                package bench;
                import java.util.*;
                final class Helper%d {
                    private static final List<String> NAMES = List.of("name %d", "other");
                    private final Map<String, Integer> counts = new TreeMap<>();
                    Helper%d(int size) { counts.put("size", size); }
                """.formatted(i, i, i));
        for (int m = 0; m < METHODS; m++) {
            int next = i + 1 + (i * 31 + m * 17) % 20;
            String further =
                    next < CLASSES ? "new Helper%d(x).step%d(x + %d)".formatted(next, (m + i) % METHODS, m) : "x";
            source.append("""
                        int step%d(int x) {
                            int sum = 0;
                            for (int i = 0; i < x; i++) { sum += i * %d; counts.merge("key " + i, sum, Integer::sum); }
                            switch (sum) { case 1 -> sum += 2; case 5 -> sum *= 3; default -> sum--; }
                            long long_ = NAMES.stream().filter(name -> name.length() > x).count();
                            return x > 3 ? sum + %s : (int) long_;
                        }
                    """.formatted(m, i + m, further));
        }
        return source.append("}\n").toString();
    }
}
