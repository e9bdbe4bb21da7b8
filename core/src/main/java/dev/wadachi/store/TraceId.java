package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;

/// Which trace: a result's full name.
///
/// @param key whose value
/// @param fingerprint the total of its fingerprint
/// @param number its place in the history under that fingerprint, from 1
public record TraceId(Key key, Digest fingerprint, int number) implements Comparable<TraceId> {

    /// Refuses numbers below 1.
    public TraceId {
        if (number < 1) {
            throw new IllegalArgumentException("traces are numbered from 1, but this is " + number);
        }
    }

    /// Reads what [#text()] wrote.
    ///
    /// @throws IllegalArgumentException if the text is anything else
    public static TraceId parse(String text) {
        int third = text.lastIndexOf('/');
        int second = text.lastIndexOf('/', third - 1);
        int first = text.lastIndexOf('/', second - 1);
        if (first < 1) {
            throw new IllegalArgumentException(
                    "a result is named <task>/<key>/<fingerprint>/<number>, but this is '" + text + "'");
        }
        var key = new Key(text.substring(0, first), Digest.parse(text.substring(first + 1, second)));
        return new TraceId(
                key, Digest.parse(text.substring(second + 1, third)), Integer.parseInt(text.substring(third + 1)));
    }

    /// `Train/<key>/<fingerprint>/<number>`, with the digests in full.
    public String text() {
        return key.task() + "/" + key.digest().hex() + "/" + fingerprint.hex() + "/" + number;
    }

    @Override
    public int compareTo(TraceId other) {
        int byKey = key.compareTo(other.key);
        int byFingerprint = byKey != 0 ? byKey : fingerprint.compareTo(other.fingerprint);
        return byFingerprint != 0 ? byFingerprint : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return text();
    }
}
