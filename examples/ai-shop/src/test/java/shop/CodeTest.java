package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.code.CodeCache;
import dev.wadachi.code.CodeReader;
import dev.wadachi.code.CodeSignature;
import dev.wadachi.code.UserCode;
import dev.wadachi.learn.Gbdt;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What counts as the code of a task.
class CodeTest {

    @Test
    void wadachis_own_modules_count_by_their_behaviour_and_bring_no_library() {
        CodeSignature evaluate = signature(Evaluate.class);

        assertThat(evaluate.modules()).containsOnlyKeys("core", "table", "model", "learn");
        assertThat(evaluate.libraries()).isEmpty();
    }

    @Test
    void a_helper_method_counts_as_code_of_the_task_that_calls_it() {
        assertThat(signature(Train.class).methods().keySet()).anyMatch(method -> method.contains("Fit.fit"));
        assertThat(signature(Features.class).methods().keySet()).anyMatch(method -> method.contains("Calendar.days"));
        assertThat(signature(Evaluate.class).methods().keySet()).noneMatch(method -> method.contains("Fit.fit"));
    }

    private static CodeSignature signature(Class<?> task) {
        try (CodeReader reader = CodeReader.over(UserCode.classFolders(), CodeCache.inMemory())) {
            return reader.of(task, List.of(Gbdt.class));
        }
    }
}
