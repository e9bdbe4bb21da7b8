package dev.wadachi.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is kept saves work, and never says anything but what a fresh look would say.
class CodeCacheTest {

    private static final String TRAIN = """
            import dev.wadachi.task.*;
            record Train(int size) implements Task<Integer> {
                public Integer run(Context in) {
                    return Helper.help(size) + (int) Math.random();
                }
            }
            """;

    private static final String HELPER = """
            class Helper {
                static int help(int size) {
                    return size + 1;
                }
            }
            """;

    private final Path folder;
    private final Path classes;
    private final Path cache;

    /// How far the clock of whoever looks at the files is ahead of theirs.
    private Duration ahead = Duration.ZERO;

    CodeCacheTest(@TempDir Path folder) {
        this.folder = folder;
        this.classes = folder.resolve("classes");
        this.cache = folder.resolve("cache");
    }

    @Test
    void what_is_kept_is_what_was_computed() throws IOException {
        compile(HELPER);
        age();
        CodeSignature computed = sign(CodeCache.inMemory());
        CodeSignature first = sign(kept());
        byte[] written = Files.readAllBytes(keptFile());
        CodeSignature kept = sign(kept());
        for (CodeSignature signature : List.of(first, kept)) {
            assertThat(signature.digest()).isEqualTo(computed.digest());
            assertThat(signature.manifest()).isEqualTo(computed.manifest());
            assertThat(signature.methods()).isEqualTo(computed.methods());
            assertThat(signature.modules()).isEqualTo(computed.modules());
            assertThat(signature.libraries()).isEqualTo(computed.libraries());
            assertThat(signature.warnings()).isEqualTo(computed.warnings()).hasSize(1);
            assertThat(signature.origins().byName())
                    .isEqualTo(computed.origins().byName());
        }
        assertThat(keptFile()).hasBinaryContent(written);
    }

    @Test
    void the_manifests_own_digest_is_the_signatures() {
        compile(HELPER);
        CodeSignature signature = sign(kept());
        assertThat(Digest.of(signature.manifest().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(signature.digest());
    }

    @Test
    void an_edit_is_seen_through_the_cache() {
        compile(HELPER);
        Digest before = sign(kept()).digest();
        compile(HELPER.replace("+ 1", "+ 2"));
        assertThat(sign(kept()).digest())
                .isNotEqualTo(before)
                .isEqualTo(sign(CodeCache.inMemory()).digest());
    }

    @Test
    void an_edit_is_seen_by_the_next_reader_of_the_same_process() {
        CodeCache shared = kept();
        compile(HELPER);
        Digest before = sign(shared).digest();
        compile(HELPER.replace("+ 1", "+ 2"));
        assertThat(sign(shared).digest()).isNotEqualTo(before);
        compile(HELPER);
        assertThat(sign(shared).digest()).isEqualTo(before);
    }

    @Test
    void an_edit_within_one_tick_of_the_file_systems_clock_is_seen() throws IOException {
        compile(HELPER);
        Instant now = Instant.now();
        touchAll(now);
        Digest before = sign(kept()).digest();
        compile(HELPER.replace("+ 1", "+ 2"));
        touchAll(now);
        assertThat(sign(kept()).digest()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:01Z", "1980-01-01T00:00:00Z", "2026-01-02T03:04:05Z"})
    void an_edit_in_an_image_where_all_files_have_one_time_is_seen(Instant always) throws IOException {
        age();
        compile(HELPER);
        touchAll(always);
        Digest before = sign(kept()).digest();
        assertThat(sign(kept()).digest()).isEqualTo(before);
        compile(HELPER.replace("+ 1", "+ 2"));
        touchAll(always);
        assertThat(sign(kept()).digest()).isNotEqualTo(before);
    }

    @Test
    void files_that_could_not_be_trusted_are_trusted_once_they_are_old_enough() throws IOException {
        compile(HELPER);
        sign(kept());
        assertThat(untrusted()).isPositive();
        age();
        sign(kept());
        assertThat(untrusted()).isZero();
    }

    @Test
    void a_class_that_appears_is_seen() throws IOException {
        compile(HELPER);
        Files.delete(classes.resolve("Helper.class"));
        age();
        CodeSignature without = sign(kept());
        assertThat(without.manifest()).contains("missing Helper");
        compile(HELPER);
        age();
        assertThat(sign(kept()).manifest()).contains("Helper.help(int)");
    }

    @Test
    void a_class_that_disappears_is_seen() throws IOException {
        compile(HELPER);
        age();
        sign(kept());
        Files.delete(classes.resolve("Helper.class"));
        assertThat(sign(kept()).manifest()).contains("missing Helper");
    }

    @Test
    void a_kept_file_that_is_damaged_anywhere_is_as_good_as_absent() throws IOException {
        compile(HELPER);
        age();
        CodeSignature whole = sign(kept());
        Path kept = keptFile();
        byte[] bytes = Files.readAllBytes(kept);
        for (int at = 0; at < bytes.length; at += bytes.length / 60) {
            byte[] flipped = bytes.clone();
            flipped[at] ^= 1;
            Files.write(kept, flipped);
            assertIsWhole(sign(kept()), whole);
        }
        for (int length = 0; length < bytes.length; length += bytes.length / 20) {
            Files.write(kept, Arrays.copyOf(bytes, length));
            assertIsWhole(sign(kept()), whole);
        }
    }

    private static void assertIsWhole(CodeSignature read, CodeSignature whole) {
        assertThat(read.digest()).isEqualTo(whole.digest());
        assertThat(read.manifest()).isEqualTo(whole.manifest());
        assertThat(read.modules()).isEqualTo(whole.modules());
        assertThat(read.warnings()).isEqualTo(whole.warnings());
    }

    @Test
    void a_folder_that_cannot_be_written_is_no_failure() throws IOException {
        compile(HELPER);
        Files.writeString(cache, "a file where the folder should be");
        assertThat(sign(kept()).digest()).isEqualTo(sign(CodeCache.inMemory()).digest());
    }

    @Test
    void other_values_held_are_another_question() throws IOException {
        compile(HELPER);
        age();
        try (Project project = open();
                CodeReader reader = CodeReader.over(UserCode.classFolders(), kept())) {
            reader.of(project.type("Train"), List.of());
            reader.of(project.type("Train"), List.of(project.type("Helper")));
        }
        try (Project project = open();
                CodeReader reader = CodeReader.over(UserCode.classFolders(), kept())) {
            assertThat(reader.of(project.type("Train"), List.of(project.type("Helper")))
                            .methods())
                    .containsKey("type Helper");
        }
    }

    @Test
    void what_a_jar_contains_is_kept_and_damage_is_noticed() throws IOException {
        Path file = folder.resolve("jar.txt");
        JarFacts facts = new JarFacts(Digest.of("content"), new TreeSet<>(List.of("a/B", "c/D")));
        JarFactsFile.write(file, facts);
        assertThat(JarFactsFile.read(file)).contains(facts);
        Files.writeString(file, Files.readString(file).replace("a/B", "a/C"));
        assertThat(JarFactsFile.read(file)).isEmpty();
        assertThat(JarFactsFile.read(folder.resolve("none.txt"))).isEmpty();
    }

    private void compile(String helper) {
        Project.compile(classes, Map.of("Train.java", TRAIN, "Helper.java", helper), List.of());
    }

    private Project open() {
        return Project.over(classes);
    }

    private CodeSignature sign(CodeCache with) {
        try (Project project = open()) {
            return project.signature(UserCode.classFolders(), with, "Train");
        }
    }

    /// What was kept so far, and is added to.
    private CodeCache kept() {
        return CodeCache.in(cache, () -> Instant.now().plus(ahead));
    }

    /// Makes the class files as old as those of a project that was built yesterday: from now on it is tomorrow.
    private void age() {
        ahead = Duration.ofDays(1);
    }

    private void touchAll(Instant time) throws IOException {
        try (Stream<Path> files = Files.list(classes)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(time));
            }
        }
    }

    private long untrusted() throws IOException {
        return Files.readString(keptFile())
                .lines()
                .filter(line -> line.startsWith("class\t" + classes) && !line.endsWith("\t-"))
                .count();
    }

    private Path keptFile() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> file.getFileName().toString().startsWith("signatures-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
