package dev.wadachi.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.digest.Digest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A reader answers for any size of program, and to any number of threads.
class CodeReaderTest {

    private static final String TRAIN = """
            record Train(int size) implements dev.wadachi.task.Task<Integer> {
                public Integer run(dev.wadachi.task.Context in) { return Chain.step0(size); }
            }
            """;

    private static final int LENGTH = 5000;

    private final Path folder;

    CodeReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_long_chain_of_calls_overflows_nothing() {
        try (Project before = project("before", 1);
                Project after = project("after", 2)) {
            CodeSignature old = before.signature("Train");
            CodeSignature now = after.signature("Train");
            assertThat(now.methods()).hasSizeGreaterThan(LENGTH);
            MethodChange changed =
                    CodeChange.between(old.manifest(), now).changed().getFirst();
            assertThat(changed.name()).isEqualTo("Chain.step" + (LENGTH - 1) + "(int)");
            assertThat(changed.callers()).hasSize(LENGTH).endsWith("Train.run(Context)");
        }
    }

    @Test
    void many_threads_get_one_answer() throws InterruptedException {
        Set<Digest> answers = ConcurrentHashMap.newKeySet();
        try (Project project = project("one", 1);
                CodeReader reader = CodeReader.over(UserCode.classFolders(), CodeCache.inMemory())) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                threads.add(Thread.ofVirtual()
                        .start(() -> answers.add(
                                reader.of(project.type("Train"), List.of()).digest())));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(answers).hasSize(1);
    }

    private Project project(String name, int last) {
        StringBuilder chain = new StringBuilder("class Chain {\n");
        for (int i = 0; i < LENGTH; i++) {
            String next = i + 1 < LENGTH ? "step" + (i + 1) + "(x)" : "x * " + last;
            chain.append("    static int step" + i + "(int x) { return " + next + "; }\n");
        }
        Map<String, String> sources =
                Map.of("Train.java", TRAIN, "Chain.java", chain.append("}\n").toString());
        return Project.of(folder.resolve(name), sources, List.of(), "-g");
    }
}
