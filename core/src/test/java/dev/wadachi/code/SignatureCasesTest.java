package dev.wadachi.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every folder of `cases/signature` is a case: a program before and after one edit, whose task is called `Train`.
///
/// Values that the task holds are named in a comment: `// holds Ridge`.
class SignatureCasesTest {

    private static final Path CASES = cases();

    private final Path folder;

    SignatureCasesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @MethodSource
    void an_edit_that_matters_changes_the_signature(String idea) throws IOException {
        Path edit = CASES.resolve("changed").resolve(idea);
        assertThat(signature(edit, "after").digest())
                .as(() -> "the same code is reached:\n" + manifest(edit))
                .isNotEqualTo(signature(edit, "before").digest());
    }

    @ParameterizedTest
    @MethodSource
    void an_edit_that_does_not_matter_keeps_the_signature(String idea) throws IOException {
        Path edit = CASES.resolve("unchanged").resolve(idea);
        CodeSignature before = signature(edit, "before");
        CodeSignature after = signature(edit, "after");
        assertThat(CodeChange.between(before.manifest(), after).lines()).isEmpty();
        assertThat(after.digest()).isEqualTo(before.digest());
    }

    @ParameterizedTest
    @MethodSource
    void debug_information_keeps_the_signature(Path program) throws IOException {
        String source = Files.readString(program);
        Digest full = signature(source, "g", "-g").digest();
        assertThat(signature(source, "none", "-g:none").digest()).as("-g:none").isEqualTo(full);
        assertThat(signature(source, "lines", "-g:lines").digest())
                .as("-g:lines")
                .isEqualTo(full);
        assertThat(signature(source, "parameters", "-g", "-parameters").digest())
                .as("-parameters")
                .isEqualTo(full);
    }

    @Test
    void there_are_many_cases() throws IOException {
        assertThat(an_edit_that_matters_changes_the_signature()).hasSizeGreaterThan(40);
        assertThat(an_edit_that_does_not_matter_keeps_the_signature()).hasSizeGreaterThan(25);
    }

    static Stream<String> an_edit_that_matters_changes_the_signature() throws IOException {
        return ideas("changed");
    }

    static Stream<String> an_edit_that_does_not_matter_keeps_the_signature() throws IOException {
        return ideas("unchanged");
    }

    static Stream<Path> debug_information_keeps_the_signature() throws IOException {
        return ideas("changed")
                .map(idea -> CASES.resolve("changed").resolve(idea).resolve("before.java"));
    }

    private static Stream<String> ideas(String kind) throws IOException {
        try (Stream<Path> folders = Files.list(CASES.resolve(kind))) {
            return folders.map(idea -> idea.getFileName().toString()).sorted().toList().stream();
        }
    }

    private CodeSignature signature(Path edit, String which) throws IOException {
        return signature(Files.readString(edit.resolve(which + ".java")), which, "-g");
    }

    private CodeSignature signature(String source, String name, String... options) {
        List<String> held = source.lines()
                .filter(line -> line.startsWith("// holds "))
                .map(line -> line.substring("// holds ".length()).replace('.', '$'))
                .toList();
        try (Project project = Project.of(folder.resolve(name), source, options)) {
            return project.signature("Train", held.toArray(String[]::new));
        }
    }

    private String manifest(Path edit) {
        try {
            return signature(edit, "after").manifest();
        } catch (IOException e) {
            return e.toString();
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
