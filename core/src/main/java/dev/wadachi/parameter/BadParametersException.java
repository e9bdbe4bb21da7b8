package dev.wadachi.parameter;

import java.util.List;
import java.util.stream.Collectors;

/// Everything that is wrong with the parameters of a pipeline, at once.
public final class BadParametersException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    BadParametersException(String type, List<Problem> problems) {
        super(problems.stream()
                .map(problem -> "\n  " + problem)
                .collect(Collectors.joining("", headline(type, problems.size()), "")));
        this.problems = problems;
    }

    private static String headline(String type, int count) {
        return count == 1
                ? "A parameter of " + type + " is not right:"
                : count + " parameters of " + type + " are not right:";
    }

    public List<Problem> problems() {
        return problems;
    }
}
