package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import java.util.Set;

/// What others still need, besides runs and pins: model versions, aliases.
///
/// @param results traces that must stay, with all their blobs
/// @param blobs single blobs that must stay
public record Roots(Set<TraceId> results, Set<Digest> blobs) {

    /// Keeps unmodifiable copies.
    public Roots {
        results = Set.copyOf(results);
        blobs = Set.copyOf(blobs);
    }

    /// Nothing else is needed.
    public static Roots none() {
        return new Roots(Set.of(), Set.of());
    }
}
