package dev.wadachi.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An old manifest and the code of now say which method it was.
class CodeChangeTest {

    private static final String TRAIN = """
            package shop;
            import dev.wadachi.task.*;
            record Train(int size) implements Task<Integer> {
                public Integer run(Context in) {
                    return Fit.fit(size, "gbdt");
                }
            }
            """;

    private static final String FIT = """
            package shop;
            class Fit {
                static int fit(int size, String algorithm) {
                    Runnable log = () -> System.out.println(algorithm);
                    log.run();
                    return new Loss(size).twice();
                }
            }

            class Loss {
                private final int size;

                Loss(int size) {
                    this.size = size;
                }

                int twice() {
                    return 2 * size;
                }
            }
            """;

    private final Path folder;

    CodeChangeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void an_edited_helper_is_named_with_its_line_and_its_caller() {
        CodeChange change = between(FIT, FIT.replace("return new Loss(size)", "return 1 + new Loss(size)"));
        assertThat(change.lines()).containsExactly("Fit.fit(int, String)  Fit.java:4, called from Train.run");
    }

    @Test
    void the_way_from_the_task_is_known() {
        CodeChange change = between(FIT, FIT.replace("2 * size", "3 * size"));
        assertThat(change.changed())
                .containsExactly(new MethodChange(
                        "Loss.twice()",
                        Optional.of("Fit.java:18"),
                        List.of("Fit.fit(int, String)", "Train.run(Context)")));
    }

    @Test
    void an_edited_lambda_is_an_edit_of_the_method_around_it() {
        CodeChange change = between(FIT, FIT.replace("println(algorithm)", "println(algorithm + 1)"));
        assertThat(change.lines()).containsExactly("Fit.fit(int, String)  Fit.java:4, called from Train.run");
    }

    @Test
    void methods_come_and_go() {
        CodeChange change = between(FIT, FIT.replace("twice()", "thrice()"));
        assertThat(change.lines())
                .containsExactly(
                        "Fit.fit(int, String)  Fit.java:4, called from Train.run",
                        "Loss.thrice()  Fit.java:18, called from Fit.fit (newly reached)",
                        "Loss.twice() (removed)");
    }

    @Test
    void a_method_that_is_called_no_more_is_not_called_removed() {
        String inlined = FIT.replace("return new Loss(size).twice();", "return 2 * size;");
        assertThat(between(FIT, inlined).lines())
                .containsExactly(
                        "Fit.fit(int, String)  Fit.java:4, called from Train.run",
                        "Loss.<init>(int) (no longer reached)",
                        "Loss.twice() (no longer reached)",
                        "type Loss (no longer reached)");
        assertThat(between(inlined, FIT).lines())
                .contains("Loss.twice()  Fit.java:18, called from Fit.fit (newly reached)");
    }

    @Test
    void members_of_a_class_that_is_gone_are_removed() {
        String nested = FIT.replace(
                        "class Fit {",
                        "class Fit {\n    record Row(int x) { int y() { return x; } }\n    static int of(int x) { return new Row(x).y(); }\n")
                .replace("return new Loss(size)", "of(1);\nreturn new Loss(size)");
        assertThat(between(nested, FIT).lines())
                .contains("Fit.of(int) (removed)", "Fit.Row.y() (removed)", "type Fit.Row (removed)");
        assertThat(between(nested, nested.replace("of(1);", "")).lines())
                .contains("Fit.of(int) (no longer reached)", "Fit.Row.y() (no longer reached)");
    }

    @Test
    void methods_of_one_short_name_are_told_apart_by_their_full_names() {
        String other = "package shop.other; public class Loss { public static int twice() { return %d; } }";
        Map<String, String> before = Map.of(
                "Train.java", TRAIN.replace("Fit.fit(", "shop.other.Loss.twice() + Fit.fit("),
                "Fit.java", FIT,
                "Loss.java", other.formatted(1));
        Map<String, String> after = Map.of(
                "Train.java", TRAIN.replace("Fit.fit(", "shop.other.Loss.twice() + Fit.fit("),
                "Fit.java", FIT.replace("2 * size", "3 * size"),
                "Loss.java", other.formatted(2));
        assertThat(between(before, after).lines())
                .containsExactly(
                        "shop.Loss.twice()  Fit.java:18, called from Fit.fit",
                        "shop.other.Loss.twice()  Loss.java:1, called from Train.run");
    }

    @Test
    void equal_code_has_no_change_wherever_its_lines_are() {
        assertThat(between(FIT, FIT.replace("class Fit", "\n\n/// Moved.\nclass Fit"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_manifest_of_another_kind_names_nothing() {
        try (Project project = project("one", Map.of("Train.java", TRAIN, "Fit.java", FIT))) {
            CodeSignature now = project.signature("shop.Train");
            assertThat(CodeChange.between("something else", now).isEmpty()).isTrue();
        }
    }

    @Test
    void a_manifest_is_text_that_a_person_can_read() {
        try (Project project = project("one", Map.of("Train.java", TRAIN, "Fit.java", FIT))) {
            assertThat(project.signature("shop.Train")
                            .manifest()
                            .lines()
                            .map(line -> line.replaceAll("^[0-9a-f]{64}", "…")))
                    .containsExactly(
                            "wadachi code signature 1",
                            "…  shop.Fit.fit(int, java.lang.String)",
                            "…  shop.Loss.<init>(int)",
                            "…  shop.Loss.twice()",
                            "…  shop.Train.<init>(int)",
                            "…  shop.Train.run(dev.wadachi.task.Context)",
                            "…  shop.Train.run(dev.wadachi.task.Context) returning java.lang.Object",
                            "…  type shop.Fit",
                            "…  type shop.Loss",
                            "…  type shop.Train");
        }
    }

    private CodeChange between(String before, String after) {
        return between(Map.of("Train.java", TRAIN, "Fit.java", before), Map.of("Train.java", TRAIN, "Fit.java", after));
    }

    private CodeChange between(Map<String, String> before, Map<String, String> after) {
        try (Project old = project("before", before);
                Project now = project("after", after)) {
            return CodeChange.between(old.signature("shop.Train").manifest(), now.signature("shop.Train"));
        }
    }

    private Project project(String name, Map<String, String> sources) {
        return Project.of(folder.resolve(name), sources, List.of(), "-g");
    }
}
