package dev.wadachi.remote;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How often a request is made again, and after which pauses.
///
/// Each pause is drawn evenly between nothing and a limit that doubles: "full jitter" (M. Brooker, *Exponential
/// Backoff and Jitter*, 2015), which spreads many clients that failed at the same moment best.
///
/// @param attempts how often a request is made at most, the first time included
/// @param first the limit of the first pause
/// @param longest the limit of any pause
record Backoff(int attempts, Duration first, Duration longest) {

    Backoff {
        if (attempts < 1) {
            throw new IllegalArgumentException("a request is made at least once, but attempts was " + attempts);
        }
    }

    /// Five attempts within about four seconds.
    static Backoff standard() {
        return new Backoff(5, Duration.ofMillis(200), Duration.ofSeconds(4));
    }

    /// The pause after a failed attempt.
    ///
    /// @param failed how many attempts have failed, at least 1
    Duration pause(int failed, RandomGenerator random) {
        long limit = Math.min(longest.toMillis(), first.toMillis() << Math.min(failed - 1, 20));
        return Duration.ofMillis(random.nextLong(limit + 1));
    }
}
