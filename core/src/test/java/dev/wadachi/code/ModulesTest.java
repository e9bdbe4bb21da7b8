package dev.wadachi.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.task.Given;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wadachi's own packages count by the version of their behaviour.
class ModulesTest {

    private static final String INFO =
            "@dev.wadachi.task.Behaviour(value = \"table\", version = %d)\npackage dev.wadachi.table;\n";

    private static final String TABLE = """
            package dev.wadachi.table;
            public class Table {
                public static int size() {
                    return 3;
                }
            }
            """;

    private static final String TRAIN = """
            import dev.wadachi.task.*;
            record Train(int size) implements Task<Integer> {
                public Integer run(Context in) {
                    in.metric("size", size);
                    return dev.wadachi.table.Table.size();
                }
            }
            """;

    private final Path folder;

    ModulesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_module_that_is_reached_counts_by_its_version() {
        CodeSignature one = signature("one", INFO.formatted(1), TABLE);
        assertThat(one.modules()).containsExactlyInAnyOrderEntriesOf(Map.of("core", 1, "table", 1));
        assertThat(signature("two", INFO.formatted(2), TABLE).modules()).containsEntry("table", 2);
    }

    @Test
    void editing_a_module_without_a_new_version_changes_nothing() {
        CodeSignature one = signature("one", INFO.formatted(1), TABLE);
        CodeSignature edited = signature("two", INFO.formatted(1), TABLE.replace("3", "4"));
        assertThat(edited.digest()).isEqualTo(one.digest());
        assertThat(edited.modules()).isEqualTo(one.modules());
    }

    @Test
    void a_package_that_declares_no_behaviour_counts_like_any_other() {
        CodeSignature signature = signature("one", "package dev.wadachi.table;\n", TABLE);
        assertThat(signature.modules()).containsOnlyKeys("core");
        assertThat(signature.methods()).containsKey("dev.wadachi.table.Table.size()");
    }

    @Test
    void a_task_of_wadachis_own_counts_by_its_module_alone() {
        try (CodeReader reader = CodeReader.over(UserCode.classFolders(), CodeCache.inMemory())) {
            CodeSignature given = reader.of(Given.class, List.of(String.class));
            assertThat(given.methods()).isEmpty();
            assertThat(given.modules()).containsOnlyKeys("core");
        }
    }

    private CodeSignature signature(String name, String info, String table) {
        Map<String, String> sources = Map.of("package-info.java", info, "Table.java", table, "Train.java", TRAIN);
        try (Project project = Project.of(folder.resolve(name), sources, List.of())) {
            return project.signature("Train");
        }
    }
}
