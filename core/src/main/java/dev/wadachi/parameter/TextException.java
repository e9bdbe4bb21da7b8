package dev.wadachi.parameter;

import java.util.List;
import java.util.stream.Collectors;

/// Text that stands for no value of the wanted type, with every reason.
public final class TextException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    TextException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    TextException(String problem) {
        this(List.of(new Problem("", problem)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
