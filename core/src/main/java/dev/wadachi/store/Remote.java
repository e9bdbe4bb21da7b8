package dev.wadachi.store;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The store that a team shares, as one machine knows it: a bucket or a folder, beside the machine's own store.
///
/// @param location where it is, such as `s3://bucket/prefix` or `file:///mnt/team/wadachi`; without credentials
/// @param sharing whether results computed here go there
/// @param settings how it is reached, such as `endpoint` and `region`; never credentials
public record Remote(String location, Sharing sharing, SortedMap<String, String> settings) {

    /// Keeps an unmodifiable copy.
    public Remote {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /// A remote that is reached as its location and the environment say.
    public static Remote of(String location, Sharing sharing) {
        return new Remote(location, sharing, new TreeMap<>());
    }

    /// The same, reached in a certain way.
    public Remote with(String setting, String value) {
        var more = new TreeMap<>(settings);
        more.put(setting, value);
        return new Remote(location, sharing, more);
    }

    /// What comes before the colon of the location, such as `s3`.
    public String scheme() {
        return location.substring(0, Math.max(0, location.indexOf(':')));
    }
}
