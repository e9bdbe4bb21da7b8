package dev.wadachi.store;

/// Why a result, or a run, is not what its fingerprint alone would give.
///
/// @param kind what is the matter
/// @param because the reason, for people
public record Mark(Kind kind, String because) {

    /// Whether it passes to whatever is computed from the value.
    public boolean isPassedOn() {
        return switch (kind) {
            case OVERRIDDEN, NOT_REPRODUCIBLE, AFFECTED -> true;
            case NONDETERMINISTIC, ACCEPTED, DIFFERED -> false;
        };
    }

    /// What may be the matter with a result.
    public enum Kind {
        /// A given value stood in place of a task, here or upstream.
        OVERRIDDEN,
        /// An old result was reused although its inputs had changed, here or upstream.
        NOT_REPRODUCIBLE,
        /// The task declares that it gives another value each time; its first one counts.
        NONDETERMINISTIC,
        /// It stands by a declaration that two fingerprint entries are equal.
        ACCEPTED,
        /// Two computations under one fingerprint gave different bytes.
        DIFFERED,
        /// It was computed from a result that was found to be wrong later.
        AFFECTED
    }
}
