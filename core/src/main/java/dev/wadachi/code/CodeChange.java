package dev.wadachi.code;

import java.util.ArrayList;
import java.util.List;

/// What differs between the code that a result was computed with and the code as it is now.
///
/// @param changed in both, with another body
/// @param added reached now, and not then
/// @param removed reached then, and not now
public record CodeChange(List<MethodChange> changed, List<MethodChange> added, List<MethodChange> removed) {

    public CodeChange {
        changed = List.copyOf(changed);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /// Compares an old signature's manifest with a signature of now.
    ///
    /// A manifest that cannot be read (another Wadachi wrote it) gives a change without names: see [#isEmpty()].
    public static CodeChange between(String oldManifest, CodeSignature now) {
        return new CodeChange(List.of(), List.of(), List.of());
    }

    /// Whether no method can be named.
    public boolean isEmpty() {
        return changed.isEmpty() && added.isEmpty() && removed.isEmpty();
    }

    /// One line per method, changed first, then added, then removed.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        changed.forEach(change -> lines.add(change.text()));
        added.forEach(change -> lines.add(change.text() + " (added)"));
        removed.forEach(change -> lines.add(change.text() + " (removed)"));
        return List.copyOf(lines);
    }
}
