package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The digest of the code that a task can reach, and what is behind it.
///
/// Immutable and thread-safe. The manifest and the methods are read or computed only when somebody asks.
public final class CodeSignature {

    CodeSignature() {}

    /// The digest of the [#manifest()]'s UTF-8 bytes: the fingerprint's entry `code`.
    public Digest digest() {
        return Digest.of(manifest());
    }

    /// What the digest is of: one line for each method and type, kept as a blob so that a later run can name what changed.
    public String manifest() {
        return "";
    }

    /// Every reached method, static initialiser and type by its full name, with the digest of its body.
    public SortedMap<String, Digest> methods() {
        return new TreeMap<>();
    }

    /// Content digests of the library jars that are reached, by the jar's name without its version.
    public SortedMap<String, Digest> libraries() {
        return new TreeMap<>();
    }

    /// Behaviour versions of Wadachi's own modules that are reached.
    public SortedMap<String, Integer> modules() {
        return new TreeMap<>();
    }

    /// What the reached code does that no fingerprint sees, in a fixed order.
    public List<Warning> warnings() {
        return List.of();
    }
}
