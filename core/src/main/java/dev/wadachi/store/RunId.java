package dev.wadachi.store;

import java.util.regex.Pattern;

/// Which run: `20261104-093012345-7f3a`, the time in UTC and four digits that tell hosts apart.
///
/// Sorted as text, runs are in the order of their start.
///
/// @param text the id
public record RunId(String text) implements Comparable<RunId> {

    private static final Pattern FORM = Pattern.compile("\\d{8}-\\d{9}-[0-9a-f]{4}");

    /// Refuses any other form.
    public RunId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a run is named as in 20261104-093012345-7f3a, but this is '" + text + "'");
        }
    }

    /// The last four digits, as people say it: `7f3a`.
    public String shortText() {
        return text.substring(text.length() - 4);
    }

    @Override
    public int compareTo(RunId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
