package dev.wadachi.engine;

import java.util.List;

/// A request that cannot be carried out as it is put. Nothing was run and nothing was stored.
///
/// The message lists every problem at once: what, where, and what to do.
public final class Refused extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final List<String> problems;

    /// Refuses for these problems, at least one.
    public Refused(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /// Each problem, as a sentence or a few lines.
    public List<String> problems() {
        return problems;
    }
}
