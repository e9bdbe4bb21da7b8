package dev.wadachi.code;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The old names of classes that `@Was` renames, so that code that names them reads as it did.
///
/// @param old by the name of today, with slashes
record Renames(Map<String, String> old) {

    static final Renames NONE = new Renames(Map.of());

    /// A class name within a descriptor or generic signature.
    static final Pattern CLASS = Pattern.compile("L([^;<>()\\[:]+)");

    Renames {
        old = Map.copyOf(old);
    }

    /// The names that differ among these.
    static Renames of(Iterable<String> types, CanonicalNames names) {
        Map<String, String> old = new TreeMap<>();
        for (String type : types) {
            if (names.isRenamed(type)) {
                old.put(Names.withoutSnippetNumbers(type), names.of(type));
            }
        }
        return old.isEmpty() ? NONE : new Renames(old);
    }

    boolean isEmpty() {
        return old.isEmpty();
    }

    /// A class name or a descriptor, with the old names.
    String in(String text) {
        if (old.isEmpty()) {
            return text;
        }
        return text.indexOf(';') < 0
                ? old.getOrDefault(text, text)
                : CLASS.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement("L" + old.getOrDefault(found.group(1), found.group(1))));
    }
}
