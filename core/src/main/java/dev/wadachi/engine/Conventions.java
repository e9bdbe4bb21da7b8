package dev.wadachi.engine;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// What code falls back on that names no time zone, locale or charset of its own: a part of how values are computed.
///
/// The command runs in UTC, without a locale, in UTF-8. A program that embeds the engine may not; what it has
/// otherwise, and nothing else, enters its fingerprints, so that both share results wherever they agree.
///
/// @param zone the default time zone
/// @param locale the default locale
/// @param formats the default locale of formats, which is mostly the same
/// @param charset the default charset
record Conventions(ZoneId zone, Locale locale, Locale formats, Charset charset) {

    /// Those of this process, as they are now.
    static Conventions ofThisProcess() {
        return new Conventions(
                ZoneId.systemDefault(),
                Locale.getDefault(),
                Locale.getDefault(Locale.Category.FORMAT),
                Charset.defaultCharset());
    }

    /// The fingerprint's entries: what is otherwise than under the command.
    SortedMap<String, String> entries() {
        SortedMap<String, String> entries = new TreeMap<>();
        // GMT and Etc/UTC keep the same time as UTC.
        if (!zone.normalized().equals(ZoneOffset.UTC)) {
            entries.put("zone", zone.getId());
        }
        if (!locale.equals(Locale.ROOT) || !formats.equals(Locale.ROOT)) {
            entries.put("locale", locale.equals(formats) ? text(locale) : text(locale) + ", formats " + text(formats));
        }
        if (!charset.equals(StandardCharsets.UTF_8)) {
            entries.put("charset", charset.name());
        }
        return entries;
    }

    /// A tag would drop what is not well-formed, and two locales would look the same.
    private static String text(Locale locale) {
        return locale.equals(Locale.ROOT) ? "none" : locale.toString();
    }
}
