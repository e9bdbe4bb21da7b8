package dev.wadachi.parameter;

import java.util.Locale;

/// Names as they are written at the command line.
public final class Names {

    private Names() {}

    /// The kebab-case form of a Java name: `LastValue`, `lastValue` and `LAST_VALUE` are `last-value`,
    /// `LightGBM` is `light-gbm`.
    public static String kebab(String name) {
        return name.replaceAll("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", "-")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
    }
}
