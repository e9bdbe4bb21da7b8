package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import java.util.Set;

/// What others still need, besides runs and pins: model versions, aliases.
///
/// @param results traces that must stay, with all their blobs
/// @param blobs single blobs that must stay
/// @param runs runs that must stay, with all results that they used
public record Roots(Set<TraceId> results, Set<Digest> blobs, Set<RunId> runs) {

    /// Keeps unmodifiable copies.
    public Roots {
        results = Set.copyOf(results);
        blobs = Set.copyOf(blobs);
        runs = Set.copyOf(runs);
    }

    /// These runs are needed.
    public static Roots ofRuns(Set<RunId> runs) {
        return new Roots(Set.of(), Set.of(), runs);
    }

    /// Nothing else is needed.
    public static Roots none() {
        return new Roots(Set.of(), Set.of(), Set.of());
    }
}
