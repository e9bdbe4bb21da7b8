package dev.wadachi.cli.project;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Maven, by the project's own wrapper if it has one, else from the path.
public record BuildTool(Path project, List<String> command) {

    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");

    /// The build tool of a project.
    ///
    /// @throws ProjectProblem if there is neither a wrapper nor an `mvn`
    public static BuildTool of(Path project) {
        String wrapper = WINDOWS ? "mvnw.cmd" : "mvnw";
        Optional<Path> found = Ancestors.of(project)
                .map(folder -> folder.resolve(wrapper))
                .filter(Files::isRegularFile)
                .findFirst()
                .or(BuildTool::onPath);
        Path tool = found.orElseThrow(() -> new ProjectProblem("the project in " + project
                + " needs Maven, but there is no " + wrapper + " in it and no mvn on the path: install Maven,"
                + " or add its wrapper with `mvn wrapper:wrapper`"));
        return new BuildTool(project, List.of(tool.toString(), "-B", "-ntp", "-q"));
    }

    /// Runs it, first offline, then, if that fails, with the network.
    ///
    /// @return what it printed, of the last attempt
    public Result run(List<String> arguments) {
        List<String> offline = new ArrayList<>(List.of("-o"));
        offline.addAll(arguments);
        Result first = start(offline);
        // A compile error is the same with the network; whatever lacks an artifact is not.
        return first.succeeded() || first.output().contains("COMPILATION ERROR") ? first : start(arguments);
    }

    /// @param output what it printed
    /// @param status its exit code
    public record Result(String output, int status) {

        public boolean succeeded() {
            return status == 0;
        }
    }

    private Result start(List<String> arguments) {
        List<String> line = new ArrayList<>(command);
        line.addAll(arguments);
        try {
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(project.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File(WINDOWS ? "NUL" : "/dev/null")));
            builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(output, process.waitFor());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command.getFirst() + " was running", e);
        }
    }

    private static Optional<Path> onPath() {
        String name = WINDOWS ? "mvn.cmd" : "mvn";
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
