package dev.wadachi.engine;

import dev.wadachi.task.Violation;
import java.util.List;
import java.util.stream.Collectors;

/// A value was not as expected, so nothing was kept.
final class ExpectationsBroken extends RuntimeException {

    private static final long serialVersionUID = 1;

    ExpectationsBroken(List<Violation> violations) {
        super(violations.stream().map(Violation::toString).collect(Collectors.joining("\n  ")));
    }
}
