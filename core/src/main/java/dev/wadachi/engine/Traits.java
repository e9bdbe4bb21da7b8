package dev.wadachi.engine;

import dev.wadachi.task.Effort;
import dev.wadachi.task.Isolated;
import dev.wadachi.task.Needs;
import dev.wadachi.task.Nondeterministic;
import dev.wadachi.task.OwnTraits;
import dev.wadachi.task.Retry;
import dev.wadachi.task.Task;
import dev.wadachi.task.Timeout;
import dev.wadachi.task.Version;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a task's class says about all its tasks, by annotations, or a task of itself.
///
/// @param version takes the place of the code signature, if there is one
/// @param claim what a body claims while it runs
/// @param tries how often, and with which delays, a failed body is tried
/// @param limit how long a body may take, if there is a limit
/// @param determinism whether running again may give other bytes
/// @param heap of the JVM of its own in which a body runs, in bytes; empty for one that runs in this process
record Traits(
        Optional<String> version,
        Claim claim,
        Tries tries,
        Optional<Duration> limit,
        Determinism determinism,
        Optional<Long> heap) {

    enum Determinism {
        EXPECTED,
        DISCLAIMED
    }

    /// Tries with growing delays.
    ///
    /// @param times all tries together, at least 1
    /// @param first delay before the second try; doubled for each further one
    /// @param longest the longest delay
    record Tries(int times, Duration first, Duration longest) {

        static final Tries ONCE = new Tries(1, Duration.ZERO, Duration.ZERO);

        static Tries of(@Nullable Retry retry) {
            return retry == null
                    ? ONCE
                    : new Tries(1 + retry.times(), seconds(retry.delaySeconds()), seconds(retry.longestDelaySeconds()));
        }

        /// With the delays that [Retry] has unless it says otherwise.
        static Tries of(int retries) {
            return retries == 0 ? ONCE : new Tries(1 + retries, Duration.ofSeconds(1), Duration.ofMinutes(1));
        }

        /// How long to wait after this many failed tries.
        Duration delayAfter(int failed) {
            Duration delay = first.multipliedBy(1L << Math.min(failed - 1, 20));
            return delay.compareTo(longest) < 0 ? delay : longest;
        }
    }

    private static final ClassValue<Traits> CACHE = new ClassValue<>() {
        @Override
        protected Traits computeValue(Class<?> type) {
            Timeout timeout = type.getAnnotation(Timeout.class);
            Claim claim = Claim.of(type.getAnnotation(Needs.class));
            return new Traits(
                    Optional.ofNullable(type.getAnnotation(Version.class)).map(Version::value),
                    claim,
                    Tries.of(type.getAnnotation(Retry.class)),
                    Optional.ofNullable(timeout).map(limit -> seconds(limit.seconds())),
                    type.isAnnotationPresent(Nondeterministic.class) ? Determinism.DISCLAIMED : Determinism.EXPECTED,
                    heap(type, claim.memory()));
        }
    };

    /// More than this process has is had by another one.
    private static Optional<Long> heap(Class<?> type, long claimed) {
        long ours = Runtime.getRuntime().maxMemory();
        if (type.isAnnotationPresent(Isolated.class) || claimed > ours) {
            return Optional.of(claimed > 0 ? claimed : ours);
        }
        return Optional.empty();
    }

    /// The traits of this task: those of its class, which are cached in the class itself, so that nothing is held when
    /// classes are reloaded, and over them what it says of itself.
    ///
    /// @throws IllegalArgumentException if an annotation says what cannot be
    static Traits of(Task<?> task) {
        Traits ofClass = CACHE.get(task.getClass());
        return task instanceof OwnTraits own ? ofClass.with(own.effort()) : ofClass;
    }

    /// The same for a body that takes this. Its memory is that of another program, so it makes no heap.
    private Traits with(Effort effort) {
        return effort.equals(Effort.LEAST)
                ? this
                : new Traits(version, Claim.of(effort), Tries.of(effort.retries()), limit, determinism, heap);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
