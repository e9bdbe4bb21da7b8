package dev.wadachi.bench;

import dev.wadachi.code.CodeCache;
import dev.wadachi.code.CodeReader;
import dev.wadachi.code.UserCode;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// A project of 1,000 classes: 100 tasks, and 900 classes that they reach, with 4,500 methods and 3,600 lambdas.
///
/// @param classes the folder of its class files
record GeneratedProject(Path classes) {

    private static final int CLASSES = 900;
    private static final int TASKS = 100;
    private static final int METHODS = 4;

    /// Writes and compiles it below this folder.
    static GeneratedProject in(Path folder) throws IOException {
        Path classes = folder.resolve("classes");
        compile(folder.resolve("sources"), classes);
        return new GeneratedProject(classes);
    }

    /// A loader of its own with the tasks in it, of which nothing is known yet.
    record Loaded(URLClassLoader loader, List<Class<?>> tasks) implements AutoCloseable {

        /// Computes the signatures of all tasks, and keeps them in the folder, or takes them from there.
        void sign(Path cache) {
            try (CodeReader reader = CodeReader.over(UserCode.classFolders(), CodeCache.in(cache))) {
                for (Class<?> task : tasks) {
                    reader.of(task, List.of());
                }
            }
        }

        @Override
        public void close() throws IOException {
            loader.close();
        }
    }

    Loaded load() throws IOException, ClassNotFoundException {
        URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
        List<Class<?>> tasks = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            tasks.add(Class.forName("bench.Task" + i, false, loader));
        }
        return new Loaded(loader, tasks);
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
