package dev.wadachi.table;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;

/// How many columns of a terminal a text takes: Chinese, Japanese and Korean characters take two, marks that are set
/// over others none (Unicode's East Asian Width, UAX #11, as far as terminals agree on it).
public final class TextWidth {

    /// What no line is too wide for.
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /// Less of a cell says nothing.
    private static final int LEAST = 6;

    private TextWidth() {}

    /// The number of columns.
    public static int of(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += of(text.codePointAt(i));
        }
        return width;
    }

    /// The text where it fits, else its beginning and an ellipsis.
    ///
    /// @param most columns, at least 1
    public static String cut(String text, int most) {
        if (of(text) <= most) {
            return text;
        }
        int width = 1;
        int end = 0;
        while (width + of(text.codePointAt(end)) <= most) {
            width += of(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end) + "…";
    }

    /// Widths of cells that fit on a line together: the widest give way first, to all alike, down to six columns each.
    ///
    /// @param natural what each cell would take
    /// @param available columns for all, without what stands between
    public static int[] fitted(int[] natural, int available) {
        int most = Arrays.stream(natural).max().orElse(0);
        while (most > LEAST && sum(natural, most) > available) {
            most--;
        }
        int limit = most;
        return Arrays.stream(natural).map(width -> Math.min(width, limit)).toArray();
    }

    private static long sum(int[] natural, int most) {
        return Arrays.stream(natural).mapToLong(width -> Math.min(width, most)).sum();
    }

    private static int of(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        if (codePoint < 0x1100) {
            return false;
        }
        boolean isFullWidth = codePoint >= 0xFF01 && codePoint <= 0xFF60
                || codePoint >= 0xFFE0 && codePoint <= 0xFFE6
                || codePoint >= 0x3000 && codePoint <= 0x303E
                || codePoint >= 0x1F300 && codePoint <= 0x1FAFF;
        boolean isHalfWidth = codePoint >= 0xFF61 && codePoint <= 0xFFDC;
        return isFullWidth
                || !isHalfWidth
                        && switch (UnicodeScript.of(codePoint)) {
                            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
                            default -> codePoint == 'ー';
                        };
    }
}
