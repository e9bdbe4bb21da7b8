package dev.wadachi.cli.print;

import java.lang.Character.UnicodeScript;

/// How many columns of a terminal a text takes: Chinese, Japanese and Korean characters take two.
final class Width {

    private Width() {}

    static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    private static int of(int codePoint) {
        if (codePoint < 0x1100) {
            return 1;
        }
        boolean fullWidth =
                (codePoint >= 0xFF01 && codePoint <= 0xFF60) || (codePoint >= 0x3000 && codePoint <= 0x303E);
        return fullWidth
                ? 2
                : switch (UnicodeScript.of(codePoint)) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
                    default -> 1;
                };
    }
}
