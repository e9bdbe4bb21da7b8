package dev.wadachi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Projects made from the template, as their owners find them.
class GeneratedProjectsTest {

    private static final List<String> KINDS = List.of("tabular", "forecast", "recommender", "text");

    /// Maven's words for an artifact of somebody else's that no repository gave.
    private static final Pattern NOT_TO_BE_HAD =
            Pattern.compile("Could not (?:transfer|find) artifact (?!dev\\.wadachi)");

    /// A line of what the JVM prints of its compilations: number, marks, level 4, method.
    private static final Pattern OPTIMIZED_DIGEST =
            Pattern.compile("^ *\\d+ +\\d+ [ %sbn!]{5} +4 +sun\\.security\\.provider\\.SHA2::implCompress0 ");

    @TempDir
    Path folder;

    /// All kinds in one folder, because a process has one working directory, and a process for each would take long.
    @Test
    void the_sources_of_all_kinds_compile_without_a_warning_and_their_tests_pass() throws Exception {
        Path together = Files.createDirectories(folder.resolve("together"));
        for (String kind : KINDS) {
            assertThat(Captured.in(folder)
                            .run("new", kind, "--kind", kind, "--package", "shop." + kind)
                            .err())
                    .isEmpty();
            copy(folder.resolve(kind).resolve("sample"), together.resolve("sample"));
            copy(folder.resolve(kind).resolve("src"), together.resolve("src"));
        }
        Path classes = together.resolve("classes");

        assertThat(compiled(sources(together), classes)).isEmpty();
        assertThat(tested(together, classes)).endsWith("succeeded");
    }

    private static String compiled(List<Path> sources, Path into) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-d",
                    into.toString(),
                    "-parameters",
                    "-proc:none",
                    "-Xlint:all,-classfile,-path,-processing,-serial");
            javac.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return said.toString();
    }

    private static String tested(Path project, Path classes) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                GeneratedTests.class.getName()));
        Path tests = project.resolve("src/test/java");
        sources(tests).stream()
                .map(file -> tests.relativize(file).toString().replace(File.separatorChar, '.'))
                .filter(name -> name.endsWith("Test.java"))
                .map(name -> name.substring(0, name.length() - ".java".length()))
                .forEach(line::add);
        return said(new ProcessBuilder(line).directory(project.toFile()));
    }

    /// As on the day that a user starts: built and run by the project's own scripts, then once more with nothing to do.
    @Tag("soak")
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    @ParameterizedTest
    @ValueSource(strings = {"tabular", "forecast", "recommender", "text"})
    void a_project_is_verified_and_run_by_its_own_scripts(String kind) throws Exception {
        Captured.in(folder).run("new", "shop", "--kind", kind);
        Path project = folder.resolve("shop");
        keepApart(project);

        verify(project);
        String first = said(new ProcessBuilder("./wadachi", "run").directory(project.toFile()));
        String second = said(new ProcessBuilder("./wadachi", "run").directory(project.toFile()));

        assertThat(first).contains(" ran, 0 up to date, 0 failed");
        assertThat(second).contains("nothing to do: ");
        assertThat(Files.readString(project.resolve("README.md")))
                .contains(second.lines().findFirst().orElseThrow());
    }

    /// The cache of the project's launcher tells which methods to compile simply: none through which data goes in bulk.
    @Tag("soak")
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    @Test
    void the_digest_of_a_large_file_gets_the_optimizing_compiler() throws Exception {
        Captured.in(folder).run("new", "shop", "--kind", "tabular");
        Path project = folder.resolve("shop");
        keepApart(project);
        try (RandomAccessFile large = new RandomAccessFile(
                Files.createDirectories(project.resolve("data"))
                        .resolve("large")
                        .toFile(),
                "rw")) {
            large.setLength(200L << 20);
        }
        Files.writeString(project.resolve("Large.java"), """
                import dev.wadachi.task.*;

                record Size(String file) implements Source<Long> {
                    public Stamp stamp(Resources from) {
                        return Stamp.ofFile(from.path(file));
                    }

                    public Long run(Context in) {
                        return in.path(file).toFile().length();
                    }
                }

                record Large() implements Pipeline {
                    public Task<Long> size() {
                        return new Size("data/large");
                    }
                }
                """);
        ProcessBuilder run =
                new ProcessBuilder("./wadachi", "run", "Large.java", "Large", "size").directory(project.toFile());
        run.environment().put("WADACHI_JAVA_OPTIONS", "-XX:+PrintCompilation");

        String said = said(run);

        assertThat(project.resolve("target/launcher/aot")).exists();
        assertThat(said.lines()).anyMatch(line -> OPTIMIZED_DIGEST.matcher(line).find());
    }

    /// Third-party libraries and plugins come from wherever this machine's Maven finds them; without them nothing can
    /// be said.
    private static void verify(Path project) throws IOException, InterruptedException {
        Process maven = new ProcessBuilder(
                        "./mvnw",
                        "-B",
                        "-ntp",
                        "-q",
                        "verify",
                        "-Daether.artifactResolver.postProcessor.trustedChecksums.failIfMissing=true")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        maven.getOutputStream().close();
        String said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = maven.waitFor();
        assumeFalse(
                code != 0 && NOT_TO_BE_HAD.matcher(said).find(),
                () -> "a library or plugin cannot be had on this machine:\n" + said);
        assertThat(code).as(said).isZero();
    }

    /// What Maven takes from the project's own repository stays in a folder of the test's, before the user's.
    private void keepApart(Path project) throws IOException {
        Path users = Path.of(System.getProperty("user.home"), ".m2", "repository");
        Files.writeString(
                project.resolve(".mvn/maven.config"),
                """
                -Dmaven.repo.local=%s
                -Dmaven.repo.local.tail=%s
                -Dmaven.repo.local.tail.ignoreAvailability=true
                """.formatted(folder.resolve("repository"), System.getProperty("localRepository", users.toString())),
                StandardOpenOption.APPEND);
    }

    private static String said(ProcessBuilder process) throws IOException, InterruptedException {
        Process started = process.redirectErrorStream(true).start();
        started.getOutputStream().close();
        String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(started.waitFor()).as(said).isZero();
        return said;
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toList());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
