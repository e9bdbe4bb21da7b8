package dev.wadachi.cli.explain;

import dev.wadachi.store.Mark;

/// What a mark says about a result.
public final class MarkText {

    private MarkText() {}

    /// `overridden: Text was given: a given value`.
    public static String of(Mark mark) {
        String kind = switch (mark.kind()) {
            case OVERRIDDEN -> "overridden";
            case NOT_REPRODUCIBLE -> "not reproducible";
            case NONDETERMINISTIC -> "nondeterministic";
            case ACCEPTED -> "accepted";
            case DIFFERED -> "one of several that differ";
            case AFFECTED -> "in doubt";
        };
        return mark.because().isEmpty() ? kind : kind + ": " + mark.because();
    }
}
