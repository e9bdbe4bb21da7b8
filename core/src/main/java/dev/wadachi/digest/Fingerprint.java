package dev.wadachi.digest;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Under which inputs: named entries and their total. The cache key that can explain itself.
///
/// Entry names: `scheme`, `task`, `code` or `version`, `parameter.<component>`, `upstream.<component>`
/// (`[i]` and `[name]` behind it in lists and maps), `stamp`, `codec`, `jdk`, `library.<jar>`, `module.<module>`,
/// `zone`, `locale`, `charset`.
/// Values are short texts: digests in hexadecimal, numbers, names.
///
/// @param entries entry name to value; unmodifiable, sorted by name
/// @param total digest over all entries, in order
public record Fingerprint(SortedMap<String, String> entries, Digest total) {

    /// The fingerprint of these entries.
    public static Fingerprint of(Map<String, String> entries) {
        SortedMap<String, String> sorted = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        Hasher hasher = Hasher.create();
        sorted.forEach((name, value) -> hasher.text(name).text(value));
        return new Fingerprint(sorted, hasher.finish());
    }

    /// The same fingerprint with one entry replaced or added.
    public Fingerprint with(String entry, String value) {
        SortedMap<String, String> changed = new TreeMap<>(entries);
        changed.put(entry, value);
        return of(changed);
    }

    /// The same fingerprint without an entry.
    public Fingerprint without(String entry) {
        SortedMap<String, String> changed = new TreeMap<>(entries);
        changed.remove(entry);
        return of(changed);
    }
}
