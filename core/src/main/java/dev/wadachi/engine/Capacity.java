package dev.wadachi.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/// What there is to share out among bodies.
///
/// @param cores processor cores
/// @param memory bytes of memory
/// @param gpus graphics processors
record Capacity(int cores, long memory, int gpus) {

    /// What this machine has, as the JVM sees it (so a container's limits count).
    static Capacity ofMachine() {
        long memory = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
        return new Capacity(
                Runtime.getRuntime().availableProcessors(),
                memory,
                Gpus.ofMachine().size());
    }

    /// The same machine with another number of cores; 0 leaves it as it is.
    Capacity withJobs(int jobs) {
        return jobs == 0 ? this : new Capacity(jobs, memory, gpus);
    }

    /// Whether this claim could ever be met.
    List<String> lacks(Claim claim) {
        List<String> lacks = new ArrayList<>();
        if (claim.cores() > cores) {
            lacks.add(claim.cores() + " cores, but there are " + cores);
        }
        if (claim.memory() > memory) {
            lacks.add((claim.memory() >> 20) + " MB of memory, but there are " + (memory >> 20));
        }
        if (claim.gpus() > gpus) {
            lacks.add(claim.gpus() + " GPUs, but there are " + gpus);
        }
        return lacks;
    }
}
