package dev.wadachi.command;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/// A process with all that it started and that was not handed on to others.
///
/// @param root where it begins
record ProcessTree(ProcessHandle root) {

    /// The engine leaves a body behind that does not answer within 10 s; that must not come first.
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final long LOOK_MILLIS = 20;

    /// Ends it: first they are asked to end, and, those that did not after 8 s, made to. Waits until all are gone, also
    /// where this thread is interrupted.
    void end() {
        Set<ProcessHandle> all = new LinkedHashSet<>();
        add(root, all);
        all.forEach(ProcessHandle::destroy);
        if (!areGone(all, PATIENCE)) {
            Set.copyOf(all).forEach(process -> add(process, all));
            all.forEach(ProcessHandle::destroyForcibly);
            areGone(all, PATIENCE);
        }
    }

    private static void add(ProcessHandle process, Set<ProcessHandle> all) {
        all.add(process);
        process.descendants().forEach(all::add);
    }

    private static boolean areGone(Set<ProcessHandle> all, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        while (all.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return all.stream().noneMatch(ProcessHandle::isAlive);
    }
}
