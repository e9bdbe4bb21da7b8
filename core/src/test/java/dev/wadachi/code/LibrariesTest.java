package dev.wadachi.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Jars count by their content, unless they are the user's own.
class LibrariesTest {

    private static final String TRAIN = """
            import dev.wadachi.task.*;
            record Train(int size) implements Task<Integer> {
                public Integer run(Context in) {
                    return stats.Mean.of(size);
                }
            }
            """;

    private static final String MEAN = """
            package stats;
            public class Mean {
                public static int of(int x) {
                    return base.Sum.of(x) / 2;
                }
            }
            """;

    private static final String SUM = """
            package base;
            public class Sum {
                public static int of(int x) {
                    return x + x;
                }
            }
            """;

    private static final String UNRELATED = "package other; public class Other {}";

    private static final Map<String, String> FILES =
            Map.of("stats", "Mean.java", "base", "Sum.java", "other", "Other.java");

    private final Path folder;

    LibrariesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_jar_that_is_reached_counts_and_so_do_the_jars_that_it_names() throws IOException {
        CodeSignature signature = signature("1", MEAN, SUM);
        assertThat(signature.libraries()).containsOnlyKeys("base", "stats");
        assertThat(signature.methods().keySet()).noneMatch(method -> method.startsWith("stats"));
    }

    @Test
    void a_new_version_changes_the_librarys_entry_and_not_the_code() throws IOException {
        CodeSignature before = signature("1.0.1", MEAN, SUM);
        CodeSignature after = signature("1.0.2", MEAN, SUM.replace("x + x", "x * 2"));
        assertThat(after.digest()).isEqualTo(before.digest());
        assertThat(after.libraries().get("stats")).isEqualTo(before.libraries().get("stats"));
        assertThat(after.libraries().get("base"))
                .isNotEqualTo(before.libraries().get("base"));
    }

    @Test
    void the_same_content_under_another_version_is_the_same() throws IOException {
        assertThat(signature("2", MEAN, SUM).libraries())
                .isEqualTo(signature("1", MEAN, SUM).libraries());
    }

    @Test
    void times_order_packing_and_build_notes_of_a_jar_do_not_count() throws IOException {
        Path classes = compiled("stats", MEAN, List.of(jar("base-1.jar", compiled("base", SUM, List.of()))));
        Path plain = jar("one.jar", classes);
        Path other = folder.resolve("two.jar");
        try (OutputStream file = Files.newOutputStream(other);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setLevel(0);
            for (String note : Set.of("META-INF/MANIFEST.MF", "META-INF/KEY.SF", "META-INF/maven/a/pom.properties")) {
                write(zip, note, "built on a Tuesday".getBytes(StandardCharsets.UTF_8));
            }
            for (Path entry : files(classes).reversed()) {
                write(zip, classes.relativize(entry).toString().replace('\\', '/'), Files.readAllBytes(entry));
            }
        }
        assertThat(JarFacts.read(other)).isEqualTo(JarFacts.read(plain));
    }

    @Test
    void a_jar_of_the_same_reactor_counts_method_by_method() throws IOException {
        Path base = jar("base-1.jar", compiled("base", SUM, List.of()));
        Path stats = jar("stats-1.jar", compiled("stats", MEAN, List.of(base)));
        try (Project project = Project.of(folder.resolve("user"), Map.of("Train.java", TRAIN), List.of(stats, base))) {
            UserCode reactor = UserCode.classFolders().withJars(List.of(stats));
            CodeSignature signature = project.signature(reactor, CodeCache.inMemory(), "Train");
            assertThat(signature.methods()).containsKey("stats.Mean.of(int)");
            assertThat(signature.libraries()).containsOnlyKeys("base");
            UserCode both = UserCode.classFolders().withPackages(List.of("stats", "base"));
            CodeSignature all = project.signature(both, CodeCache.inMemory(), "Train");
            assertThat(all.methods()).containsKeys("stats.Mean.of(int)", "base.Sum.of(int)");
            assertThat(all.libraries()).isEmpty();
        }
    }

    @Test
    void a_class_that_is_not_there_counts_by_name() throws IOException {
        Path base = jar("base-1.jar", compiled("base", SUM, List.of()));
        Path stats = jar("stats-1.jar", compiled("stats", MEAN, List.of(base)));
        Path classes = folder.resolve("user");
        Project.compile(classes, Map.of("Train.java", TRAIN), List.of(stats));
        try (Project project = Project.of(classes, Map.of("Other.java", "class Other {}"), List.of())) {
            CodeSignature signature = project.signature("Train");
            assertThat(signature.manifest()).contains("missing stats.Mean\n");
            assertThat(signature.libraries()).isEmpty();
        }
    }

    @Test
    void a_jar_on_the_class_path_that_is_not_reached_does_not_count() throws IOException {
        Path other = jar("other-1.jar", compiled("other", UNRELATED, List.of()));
        try (Project project = Project.of(
                folder.resolve("user"),
                Map.of("Train.java", TRAIN.replace("stats.Mean.of(size)", "size")),
                List.of(other))) {
            assertThat(project.signature("Train").libraries()).isEmpty();
        }
    }

    @Test
    void a_jar_that_is_rewritten_is_read_again() throws IOException {
        Path jar = jar("base-1.jar", compiled("base", SUM, List.of()));
        CodeCache cache = CodeCache.inMemory();
        JarFacts before = cache.jar(jar);
        FileTime time = Files.getLastModifiedTime(jar);
        jar("base-1.jar", compiled("base", SUM.replace("x + x", "x - x"), List.of()));
        Files.setLastModifiedTime(jar, time);
        assertThat(cache.jar(jar).content()).isNotEqualTo(before.content());
    }

    @ParameterizedTest
    @CsvSource({
        "commons-math3-3.6.1, commons-math3",
        "log4j-1.2-api-2.17.1, log4j-1.2-api",
        "opendal-0.48.2-linux-x86_64, opendal-linux-x86_64",
        "guava-33.0-jre, guava-jre",
        "lightgbm4j-4.3.0-1, lightgbm4j",
        "duckdb_jdbc-2.0.0.1, duckdb_jdbc",
        "netty-all-4.1.100.Final, netty-all",
        "shop-0.1.0-SNAPSHOT, shop",
        "shop-0.1.0-20260102.030405-7, shop",
        "tools, tools"
    })
    void a_librarys_name_is_its_files_without_the_version(String file, String name) {
        assertThat(JarFacts.libraryName(Path.of("lib", file + ".jar"))).isEqualTo(name);
    }

    private CodeSignature signature(String version, String mean, String sum) throws IOException {
        Path base = jar("base-" + version + ".jar", compiled("base", sum, List.of()));
        Path stats = jar("stats-" + version + ".jar", compiled("stats", mean, List.of(base)));
        try (Project project =
                Project.of(folder.resolve("user-" + version), Map.of("Train.java", TRAIN), List.of(stats, base))) {
            return project.signature("Train");
        }
    }

    private Path compiled(String name, String source, List<Path> jars) {
        Path classes = folder.resolve("classes").resolve(name);
        Project.compile(classes, Map.of(Objects.requireNonNull(FILES.get(name)), source), jars);
        return classes;
    }

    private Path jar(String name, Path classes) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Path entry : files(classes)) {
                write(zip, classes.relativize(entry).toString().replace('\\', '/'), Files.readAllBytes(entry));
            }
        }
        return jar;
    }

    private static List<Path> files(Path classes) throws IOException {
        try (Stream<Path> all = Files.walk(classes)) {
            return all.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private static void write(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
