package dev.wadachi.task;

/// What one task's body takes: as a value what [Needs] and [Retry] say by annotations.
///
/// The memory is claimed and not enforced: it is that of the program which the body starts, not of a JVM.
///
/// @param cores processor cores, at least 1
/// @param memory such as `512MB` or `4GB`; empty for no claim
/// @param gpus graphics processors
/// @param retries how often to try again after a failure, a second later and then after twice as long each time, a
///     minute at most
public record Effort(int cores, String memory, int gpus, int retries) {

    /// One core, one try.
    public static final Effort LEAST = new Effort(1, "", 0, 0);

    /// Refuses negative amounts.
    public Effort {
        if (cores < 1 || gpus < 0 || retries < 0) {
            throw new IllegalArgumentException("a body takes at least 1 core and no negative amounts, but cores="
                    + cores + ", gpus=" + gpus + ", retries=" + retries + " were asked for");
        }
    }

    /// The same with another number of cores.
    public Effort cores(int number) {
        return new Effort(number, memory, gpus, retries);
    }

    /// The same with another claim of memory.
    public Effort memory(String amount) {
        return new Effort(cores, amount, gpus, retries);
    }

    /// The same with another number of GPUs.
    public Effort gpus(int number) {
        return new Effort(cores, memory, number, retries);
    }

    /// The same with another number of retries.
    public Effort retries(int times) {
        return new Effort(cores, memory, gpus, times);
    }
}
