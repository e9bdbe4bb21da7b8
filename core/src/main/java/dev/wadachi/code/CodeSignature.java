package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// The digest of the code that a task can reach, and what is behind it.
///
/// Immutable and thread-safe. The manifest and the methods are read or computed only when somebody asks.
public final class CodeSignature {

    private final Digest digest;
    private final SortedMap<String, Digest> libraries;
    private final SortedMap<String, Integer> modules;
    private final List<Warning> warnings;
    private final Supplier<String> manifest;
    private final Supplier<Origins> origins;

    CodeSignature(
            Digest digest,
            SortedMap<String, Digest> libraries,
            SortedMap<String, Integer> modules,
            List<Warning> warnings,
            Supplier<String> manifest,
            Supplier<Origins> origins) {
        this.digest = digest;
        this.libraries = Collections.unmodifiableSortedMap(new TreeMap<>(libraries));
        this.modules = Collections.unmodifiableSortedMap(new TreeMap<>(modules));
        this.warnings = List.copyOf(warnings);
        this.manifest = manifest;
        this.origins = origins;
    }

    /// The digest of the [#manifest()]'s UTF-8 bytes: the fingerprint's entry `code`.
    public Digest digest() {
        return digest;
    }

    /// What the digest is of: one line for each method and type, kept as a blob so that a later run can name what
    /// changed.
    public String manifest() {
        return manifest.get();
    }

    /// Every reached method, static initialiser and type by its full name, with the digest of its body; none if the
    /// task carries `@Version`.
    public SortedMap<String, Digest> methods() {
        return Manifest.parse(manifest()).map(Manifest::methods).orElseThrow();
    }

    /// Content digests of the library jars that are reached, by the jar's name without its version.
    public SortedMap<String, Digest> libraries() {
        return libraries;
    }

    /// Behaviour versions of Wadachi's own modules that are reached.
    public SortedMap<String, Integer> modules() {
        return modules;
    }

    /// What the reached code does that no fingerprint sees, in a fixed order.
    public List<Warning> warnings() {
        return warnings;
    }

    Origins origins() {
        return origins.get();
    }
}
