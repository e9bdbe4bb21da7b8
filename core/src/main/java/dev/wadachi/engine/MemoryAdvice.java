package dev.wadachi.engine;

import dev.wadachi.engine.worker.Thrown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What to do about a body that ran out of memory: which heap to ask for, as an annotation to paste.
final class MemoryAdvice {

    private static final long MEGABYTE = 1L << 20;
    private static final long GIGABYTE = 1L << 30;
    private static final long STEP = 64 * MEGABYTE;
    private static final int DEEPEST = 100;

    private MemoryAdvice() {}

    /// The advice; empty if the body failed of something else.
    static Optional<String> on(Node node, Throwable failure) {
        return usedUp(failure).map(what -> text(node, what));
    }

    /// What was used up: a body may wrap the error, above all one from a thread that it started.
    private static Optional<String> usedUp(Throwable failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            boolean isIt = each instanceof OutOfMemoryError
                    || each instanceof Thrown thrown && thrown.is(OutOfMemoryError.class);
            if (isIt) {
                return Optional.of(String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT));
            }
            each = each.getCause();
        }
        return Optional.empty();
    }

    private static String text(Node node, String usedUp) {
        if (usedUp.contains("array size")) {
            return "no heap holds an array of so many elements; let it work in pieces";
        }
        if (usedUp.contains("thread") || usedUp.contains("metaspace")) {
            return "not its heap was used up, but " + usedUp + "; let it start fewer threads or load fewer classes";
        }
        long heap = node.traits.heap().orElseGet(Runtime.getRuntime()::maxMemory);
        long machine = Capacity.ofMachine().memory();
        String had = "its heap of " + written(roundedUp(heap)) + " was used up; ";
        long asked = roundedUp(2 * heap);
        return asked <= machine
                ? had + "give it a larger one, such as " + annotation(node, asked) + ", or let it hold less at once"
                : had + "this machine has " + written(machine / MEGABYTE * MEGABYTE)
                        + " in all: let it hold less at once, or run it on a larger one";
    }

    /// What to paste over the task's record: all that it claims already, and more memory.
    private static String annotation(Node node, long memory) {
        Claim claim = node.traits.claim();
        List<String> claims = new ArrayList<>();
        if (claim.cores() > 1) {
            claims.add("cores = " + claim.cores());
        }
        claims.add("memory = \"" + written(memory) + "\"");
        if (claim.gpus() > 0) {
            claims.add("gpus = " + claim.gpus());
        }
        return "@Isolated @Needs(" + String.join(", ", claims) + ")";
    }

    private static long roundedUp(long bytes) {
        long step = bytes > GIGABYTE ? GIGABYTE : bytes > STEP ? STEP : MEGABYTE;
        return (bytes + step - 1) / step * step;
    }

    /// As [dev.wadachi.task.Needs#memory()] reads it.
    private static String written(long bytes) {
        return bytes % GIGABYTE == 0 ? bytes / GIGABYTE + "GB" : bytes / MEGABYTE + "MB";
    }
}
