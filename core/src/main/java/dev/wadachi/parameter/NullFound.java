package dev.wadachi.parameter;

/// A null in a value, and the way to it: grows a step at each level that it passes.
final class NullFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    NullFound() {
        this("");
    }

    private NullFound(String path) {
        super(path, null, false, false);
        this.path = path;
    }

    NullFound within(String step) {
        return new NullFound(step + path);
    }

    Refusal refusal(String place) {
        return new Refusal(place + path, "is null", "write Optional and Optional.empty() for what may be absent");
    }
}
