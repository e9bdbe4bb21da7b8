package dev.wadachi.store;

import java.time.Duration;

/// What a collection keeps, and for how long.
///
/// @param runsPerPipeline the last runs of each pipeline, whatever their age
/// @param runAge every run younger than this
/// @param spare whatever was written or used more recently than this
/// @param trash how long things stay in the trash
/// @param enough after how many bytes it stops, the results that are cheapest to compute again having gone first
public record Retention(int runsPerPipeline, Duration runAge, Duration spare, Duration trash, long enough) {

    /// Refuses negative figures.
    public Retention {
        if (runsPerPipeline < 0 || runAge.isNegative() || spare.isNegative() || trash.isNegative() || enough < 0) {
            throw new IllegalArgumentException("a retention has no negative figures, but this is " + runsPerPipeline
                    + " runs, " + runAge + ", " + spare + ", " + trash + ", " + enough + " bytes");
        }
    }

    /// One that does not stop before all is gone that need not stay.
    public Retention(int runsPerPipeline, Duration runAge, Duration spare, Duration trash) {
        this(runsPerPipeline, runAge, spare, trash, Long.MAX_VALUE);
    }

    /// The same, stopping after so many bytes.
    public Retention upTo(long bytes) {
        return new Retention(runsPerPipeline, runAge, spare, trash, bytes);
    }

    /// The last 50 runs of each pipeline and those of 30 days; nothing younger than 24 hours goes; the trash keeps 7
    /// days.
    public static Retention standard() {
        return new Retention(50, Duration.ofDays(30), Duration.ofHours(24), Duration.ofDays(7));
    }
}
