package dev.wadachi.store;

/// What a result cost.
///
/// @param wallSeconds from the start of the body to its end
/// @param cpuSeconds of the body's own thread
/// @param peakBytes the process's peak memory while the body ran
/// @param others how many other bodies shared the process meanwhile; the peak is the body's own only if this is 0
public record Cost(double wallSeconds, double cpuSeconds, long peakBytes, int others) {

    /// Refuses negative and not finite costs.
    public Cost {
        if (!(wallSeconds >= 0 && wallSeconds < Double.POSITIVE_INFINITY)
                || !(cpuSeconds >= 0 && cpuSeconds < Double.POSITIVE_INFINITY)
                || peakBytes < 0
                || others < 0) {
            throw new IllegalArgumentException("costs are finite and not negative, but these are wall=" + wallSeconds
                    + " s, cpu=" + cpuSeconds + " s, peak=" + peakBytes + " bytes, others=" + others);
        }
    }
}
