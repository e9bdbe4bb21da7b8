package dev.wadachi.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every folder of `cases/signature` is a case: a program before and after one edit, whose task is called `Train`.
///
/// Values that the task holds are named in a comment: `// holds Ridge`. All programs are compiled together, each in a
/// package of its own.
class SignatureCasesTest {

    private static final Path CASES = cases();
    private static final List<String> CHANGED = ideas("changed");
    private static final List<String> UNCHANGED = ideas("unchanged");

    private static Compiled before = new Compiled(Map.of());
    private static Compiled after = new Compiled(Map.of());

    /// All programs, and the project that they are compiled into.
    private record Compiled(Map<String, CodeSignature> signatures) {

        static Compiled of(String which, Path folder, String... options) {
            Map<String, String> sources = new TreeMap<>();
            Map<String, String> programs = new TreeMap<>();
            for (String idea : all()) {
                String source = source(idea, which);
                programs.put(idea, source);
                sources.put(packageOf(idea) + "/Train.java", "package " + packageOf(idea) + "; " + source);
            }
            try (Project project = Project.of(folder, sources, List.of(), options)) {
                return new Compiled(programs.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, program -> sign(project, program.getKey(), program.getValue()))));
            }
        }

        private static CodeSignature sign(Project project, String idea, String source) {
            String[] held = source.lines()
                    .filter(line -> line.startsWith("// holds "))
                    .map(line -> packageOf(idea) + "."
                            + line.substring("// holds ".length()).replace('.', '$'))
                    .toArray(String[]::new);
            return project.signature(packageOf(idea) + ".Train", held);
        }

        CodeSignature of(String idea) {
            return Objects.requireNonNull(signatures.get(idea));
        }
    }

    @BeforeAll
    static void compile(@TempDir Path folder) {
        before = Compiled.of("before", folder.resolve("before"), "-g");
        after = Compiled.of("after", folder.resolve("after"), "-g");
    }

    @AfterAll
    static void forget() {
        before = new Compiled(Map.of());
        after = new Compiled(Map.of());
    }

    @ParameterizedTest
    @MethodSource("changed")
    void an_edit_that_matters_changes_the_signature(String idea) {
        assertThat(after.of(idea).digest())
                .as(() -> "the same code is reached:\n" + after.of(idea).manifest())
                .isNotEqualTo(before.of(idea).digest());
    }

    @ParameterizedTest
    @MethodSource("unchanged")
    void an_edit_that_does_not_matter_keeps_the_signature(String idea) {
        assertThat(CodeChange.between(before.of(idea).manifest(), after.of(idea))
                        .lines())
                .isEmpty();
        assertThat(after.of(idea).digest()).isEqualTo(before.of(idea).digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-g:none", "-g:lines", "-g:source,vars", "-parameters"})
    void debug_information_keeps_all_signatures(String option, @TempDir Path folder) {
        Compiled other = Compiled.of("before", folder, option);
        for (String idea : all()) {
            assertThat(CodeChange.between(before.of(idea).manifest(), other.of(idea))
                            .lines())
                    .as(idea)
                    .isEmpty();
            assertThat(other.of(idea).digest())
                    .as(idea)
                    .isEqualTo(before.of(idea).digest());
        }
    }

    @Test
    void there_are_many_cases() {
        assertThat(CHANGED).hasSizeGreaterThan(40);
        assertThat(UNCHANGED).hasSizeGreaterThan(25);
    }

    static Stream<String> changed() {
        return CHANGED.stream();
    }

    static Stream<String> unchanged() {
        return UNCHANGED.stream();
    }

    private static List<String> all() {
        return Stream.concat(CHANGED.stream(), UNCHANGED.stream()).toList();
    }

    private static String packageOf(String idea) {
        return idea.replace('-', '_');
    }

    private static String source(String idea, String which) {
        String kind = CHANGED.contains(idea) ? "changed" : "unchanged";
        try {
            return Files.readString(CASES.resolve(kind).resolve(idea).resolve(which + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ideas(String kind) {
        try (Stream<Path> folders = Files.list(CASES.resolve(kind))) {
            return folders.map(idea -> idea.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path cases() {
        try {
            return Path.of(Objects.requireNonNull(SignatureCasesTest.class.getResource("/cases/signature"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
