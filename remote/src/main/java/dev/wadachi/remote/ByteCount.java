package dev.wadachi.remote;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A size as people write it: `500MB`, `20 GB`, in units of 1,000.
public final class ByteCount {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6}) ?(kb|mb|gb|tb)");
    private static final Map<String, Long> UNITS =
            Map.of("kb", 1_000L, "mb", 1_000_000L, "gb", 1_000_000_000L, "tb", 1_000_000_000_000L);

    private ByteCount() {}

    /// The number of bytes.
    ///
    /// @throws IllegalArgumentException if the text is no size
    public static long parse(String text) {
        Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            throw new IllegalArgumentException(
                    "a size is a number with kB, MB, GB or TB, such as 20GB, but was " + text);
        }
        return Long.parseLong(size.group(1)) * UNITS.getOrDefault(size.group(2), 1L);
    }
}
