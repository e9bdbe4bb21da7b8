package dev.wadachi.cli;

import dev.wadachi.store.Mark;

/// What a mark says about a result.
final class Marks {

    private Marks() {}

    static String text(Mark mark) {
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
