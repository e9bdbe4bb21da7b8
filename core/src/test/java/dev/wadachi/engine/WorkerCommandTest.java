package dev.wadachi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerCommandTest {

    private static final List<String> OURS = List.of(
            "-XX:+UseSerialGC",
            "-Xms128m",
            "-Xmx8g",
            "-XX:AOTCache=launcher.aot",
            "-XX:AOTCacheOutput=other.aot",
            "-agentlib:jdwp=transport=dt_socket",
            "-Ddb.password=hush");

    @Test
    void a_worker_has_the_flags_of_its_run_with_a_heap_of_its_own_and_no_agents() {
        assertThat(WorkerCommand.flags(OURS, 64 << 20))
                .startsWith("-XX:+UseSerialGC", "-XX:AOTCache=launcher.aot", "-Ddb.password=hush")
                .endsWith("-Xmx67108864")
                .doesNotContain("-Xms128m", "-Xmx8g")
                .noneMatch(flag -> flag.startsWith("-agentlib") || flag.startsWith("-XX:AOTCacheOutput"));
    }

    @Test
    void a_heap_whose_pointers_are_wide_takes_no_cache_of_narrow_ones() {
        assertThat(WorkerCommand.flags(OURS, 32L << 30))
                .contains("-XX:+UseSerialGC")
                .noneMatch(flag -> flag.startsWith("-XX:AOTCache"));
    }
}
