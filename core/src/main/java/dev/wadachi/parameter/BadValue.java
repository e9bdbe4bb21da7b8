package dev.wadachi.parameter;

/// A place in a value that cannot be encoded, and the way to it: grows a step at each level that it passes.
final class BadValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;
    private final String instead;

    private BadValue(String path, String problem, String instead) {
        super(path + " " + problem, null, false, false);
        this.path = path;
        this.problem = problem;
        this.instead = instead;
    }

    static BadValue isNull() {
        return new BadValue("", "is null", "write Optional and Optional.empty() for what may be absent");
    }

    static BadValue tooDeep(int levels) {
        return new BadValue(
                "",
                "nests deeper than " + levels + " levels",
                "write a List of its parts instead of a chain of records");
    }

    BadValue within(String step) {
        return new BadValue(step + path, problem, instead);
    }

    Refusal refusal(String place) {
        return new Refusal(place + path, problem, instead);
    }
}
