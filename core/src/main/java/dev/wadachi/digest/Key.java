package dev.wadachi.digest;

import org.jspecify.annotations.Nullable;

/// Who: the identity of a task, from its name, its significant parameters and its upstreams' keys.
///
/// No contents and no code enter, so a key outlives edits: it names histories, logs and pages.
///
/// @param task the task's name
/// @param digest over name, significant parameters and upstream keys
public record Key(String task, Digest digest) implements Comparable<Key> {

    /// Refuses an empty name.
    public Key {
        if (task.isEmpty()) {
            throw new IllegalArgumentException("a key names a task, but the name was empty");
        }
    }

    /// `Train-1f3a5b7c9d02`, for people.
    public String shortText() {
        return task + "-" + digest.shortHex();
    }

    @Override
    public int compareTo(Key other) {
        int byTask = task.compareTo(other.task);
        return byTask != 0 ? byTask : digest.compareTo(other.digest);
    }

    /// Written out for every look-up of a process that has just started: see [Digest#equals].
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key && digest.equals(key.digest) && task.equals(key.task);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }
}
