package dev.wadachi.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The members of an object: an immutable map over one array of entries, in order.
///
/// A run reads tens of thousands of objects of a dozen members each; a scan over a dozen names is as quick as a hash
/// table, and takes a third of its memory. Larger objects get an index when they are first asked for a name.
final class Members extends AbstractMap<String, Json> implements SequencedMap<String, Json> {

    private static final int SCANNED = 16;

    private final List<Map.Entry<String, Json>> entries;
    private volatile @Nullable Map<String, Json> index;

    private Members(List<Map.Entry<String, Json>> entries) {
        this.entries = entries;
    }

    static Members copyOf(SequencedMap<String, Json> members) {
        if (members instanceof Members already) {
            return already;
        }
        List<Map.Entry<String, Json>> entries = new ArrayList<>(members.size());
        members.forEach((name, value) -> entries.add(Map.entry(name, value)));
        return new Members(List.copyOf(entries));
    }

    /// Takes the entries over; their names must differ.
    static Members of(List<Map.Entry<String, Json>> entries) {
        return new Members(List.copyOf(entries));
    }

    @Override
    public @Nullable Json get(@Nullable Object name) {
        if (entries.size() > SCANNED) {
            return index().get(name);
        }
        for (Map.Entry<String, Json> entry : entries) {
            if (entry.getKey().equals(name)) {
                return entry.getValue();
            }
        }
        return null;
    }

    private Map<String, Json> index() {
        Map<String, Json> made = index;
        if (made == null) {
            made = HashMap.newHashMap(entries.size());
            for (Map.Entry<String, Json> entry : entries) {
                made.put(entry.getKey(), entry.getValue());
            }
            index = made;
        }
        return made;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Map.Entry<String, Json>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Json>> iterator() {
                return entries.iterator();
            }

            @Override
            public int size() {
                return entries.size();
            }
        };
    }

    @Override
    public SequencedMap<String, Json> reversed() {
        return new Members(entries.reversed());
    }
}
