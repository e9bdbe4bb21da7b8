package dev.wadachi.remote;

import java.time.Duration;

/// When leases in the remote are renewed, looked at and taken for abandoned.
///
/// @param renewal how often a holder moves its counter
/// @param look how often somebody who waits looks at the counter
/// @param abandoned for how long a counter must not have moved, by the waiter's own monotonic clock
record LeaseTiming(Duration renewal, Duration look, Duration abandoned) {

    static LeaseTiming standard() {
        return new LeaseTiming(Duration.ofSeconds(15), Duration.ofSeconds(1), Duration.ofSeconds(60));
    }
}
