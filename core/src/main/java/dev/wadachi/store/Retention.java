package dev.wadachi.store;

import java.time.Duration;

/// What a collection keeps, and for how long.
///
/// @param runsPerPipeline the last runs of each pipeline, whatever their age
/// @param runAge every run younger than this
/// @param spare whatever was written or used more recently than this
/// @param trash how long things stay in the trash
public record Retention(int runsPerPipeline, Duration runAge, Duration spare, Duration trash) {

    /// Refuses negative figures.
    public Retention {
        if (runsPerPipeline < 0 || runAge.isNegative() || spare.isNegative() || trash.isNegative()) {
            throw new IllegalArgumentException("a retention has no negative figures, but this is " + runsPerPipeline
                    + " runs, " + runAge + ", " + spare + ", " + trash);
        }
    }

    /// The last 50 runs of each pipeline and those of 30 days; nothing younger than 24 hours goes; the trash keeps 7
    /// days.
    public static Retention standard() {
        return new Retention(50, Duration.ofDays(30), Duration.ofHours(24), Duration.ofDays(7));
    }
}
