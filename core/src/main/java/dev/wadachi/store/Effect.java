package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Hasher;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a sink did to its target, or began to do.
///
/// @param target what it acts on
/// @param number its place in the row of effects on that target, from 1
/// @param run the run that began it
/// @param task which sink, for people
/// @param fingerprint under which inputs
/// @param at when it was begun
/// @param result the result that tells of it; null where it was not completed, as far as is known
public record Effect(
        String target,
        int number,
        RunId run,
        String task,
        Digest fingerprint,
        Instant at,
        @Nullable TraceId result) {

    /// Refuses numbers below 1.
    public Effect {
        if (number < 1) {
            throw new IllegalArgumentException("effects are numbered from 1, but this is " + number);
        }
    }

    /// The result that tells of it; empty where it was not completed, as far as is known.
    public Optional<TraceId> completed() {
        return Optional.ofNullable(result);
    }

    /// A name that no other effect has, and that stays while this one is begun again.
    public Digest occasion() {
        return Hasher.create().text(target).number(number).text(run.text()).finish();
    }
}
