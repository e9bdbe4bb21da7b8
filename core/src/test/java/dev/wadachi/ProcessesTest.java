package dev.wadachi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.store.ChildProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What `@Needs` claims is shared out among processes, each with a store of its own.
@Timeout(120)
class ProcessesTest {

    private static final int TURNS = 40;

    @TempDir
    Path folder;

    private ChildProcess takesTurns(String name, Path busy) throws Exception {
        return ChildProcess.start(TakesTurns.class, folder.resolve(name), Integer.toString(TURNS), busy.toString());
    }

    @Test
    void bodies_of_two_processes_never_hold_the_only_gpu_at_once() throws Exception {
        List<ChildProcess> children = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            children.add(takesTurns(name, folder.resolve("busy")));
        }
        for (ChildProcess child : children) {
            assertThat(child.awaitEnd()).containsExactly("asks", "done");
            child.close();
        }
    }

    @Test
    void what_a_killed_process_held_is_free() throws Exception {
        try (ChildProcess holder = ChildProcess.start(TakesTurns.class, folder.resolve("a"), "forever")) {
            holder.awaitLine("holds");
            try (ChildProcess next = takesTurns("b", folder.resolve("busy"))) {
                next.awaitLine("asks");
                holder.kill();
                assertThat(next.awaitEnd()).containsExactly("done");
            }
        }
    }

    @Test
    void a_body_that_loads_what_claims_the_gpu_that_it_holds_itself_goes_on() throws Exception {
        try (ChildProcess child = ChildProcess.start(
                TakesTurns.class,
                folder.resolve("nested"),
                "nested",
                folder.resolve("busy-nested").toString())) {
            assertThat(child.awaitEnd()).contains("nested 2");
        }
    }

    @Test
    void an_isolated_body_and_a_program_see_the_gpu_that_they_hold() throws Exception {
        try (ChildProcess child = ChildProcess.start(TakesTurns.class, folder.resolve("apart"), "apart")) {
            assertThat(child.awaitEnd()).contains("sees GPU 0, is told [0]", "a program sees GPU 0");
        }
    }

    @Test
    @Tag("soak")
    void the_process_of_an_isolated_body_ends_with_the_one_that_started_it() throws Exception {
        List<String> said = new CopyOnWriteArrayList<>();
        try (ChildProcess child = ChildProcess.start(TakesTurns.class, folder.resolve("a"), "stays")) {
            child.tell(said::add);
            while (said.isEmpty()) {
                Thread.onSpinWait();
            }
            ProcessHandle worker = ProcessHandle.of(
                            Long.parseLong(said.getFirst().replaceAll("\\D", "")))
                    .orElseThrow();
            assertThat(worker.isAlive()).isTrue();

            child.kill();

            worker.onExit().get();
        }
    }
}
