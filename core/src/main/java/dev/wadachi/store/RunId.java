package dev.wadachi.store;

/// Which run: `20261104-093012345-7f3a`, the time in UTC and four digits that tell hosts apart.
///
/// Sorted as text, runs are in the order of their start.
///
/// @param text the id
public record RunId(String text) implements Comparable<RunId> {

    private static final String FORM = "dddddddd-ddddddddd-xxxx";

    /// Refuses any other form.
    public RunId {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException(
                    "a run is named as in 20261104-093012345-7f3a, but this is '" + text + "'");
        }
    }

    /// By hand, because every trace that is read has one.
    private static boolean isWellFormed(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean fits = switch (FORM.charAt(i)) {
                case 'd' -> digit;
                case 'x' -> digit || c >= 'a' && c <= 'f';
                default -> c == '-';
            };
            if (!fits) {
                return false;
            }
        }
        return true;
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
