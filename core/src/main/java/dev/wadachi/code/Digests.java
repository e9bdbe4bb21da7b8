package dev.wadachi.code;

import dev.wadachi.digest.Digest;

/// Combines digests.
final class Digests {

    private Digests() {}

    /// One digest of two things that have one name, whichever comes first.
    static Digest both(Digest one, Digest other) {
        Encoding encoding = new Encoding();
        return one.compareTo(other) < 0
                ? encoding.digest(one).digest(other).finish()
                : encoding.digest(other).digest(one).finish();
    }
}
