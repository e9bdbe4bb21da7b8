package dev.wadachi.cli.project;

import dev.wadachi.parameter.Nearest;
import java.util.List;

/// What a message adds about a name that there is not.
public final class Suggestion {

    private static final int MOST = 12;

    private Suggestion() {}

    /// `; did you mean Demand?` where one of `names` is near, else what there is.
    public static String of(String wanted, List<String> names) {
        return Nearest.to(wanted, names)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElseGet(() -> names.isEmpty() ? "" : "; there are " + listed(names));
    }

    private static String listed(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST, names.size())));
        return names.size() > MOST ? first + " and " + (names.size() - MOST) + " more" : first;
    }
}
