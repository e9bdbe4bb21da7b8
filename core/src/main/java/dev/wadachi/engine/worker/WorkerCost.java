package dev.wadachi.engine.worker;

import com.sun.management.OperatingSystemMXBean;
import dev.wadachi.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/// What a worker took, from its start to its end.
///
/// @param cpu processor time of all its threads
/// @param peakBytes the most memory that it held
public record WorkerCost(Duration cpu, long peakBytes) {

    /// What is taken for the cost of a worker that died without saying.
    public static final WorkerCost UNKNOWN = new WorkerCost(Duration.ZERO, 0);

    /// What this process has taken so far.
    static WorkerCost soFar() {
        long nanos = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos();
        return new WorkerCost(Duration.ofNanos(nanos), PeakMemory.bytes());
    }

    JsonObject json() {
        return JsonObject.builder()
                .put("cpu", cpu.toNanos())
                .put("peak", peakBytes)
                .build();
    }

    static WorkerCost of(JsonObject json) {
        return new WorkerCost(Duration.ofNanos(json.number("cpu")), json.number("peak"));
    }
}
