package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

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
        Optional<Manifest> before = Manifest.parse(oldManifest);
        if (before.isEmpty() || Digest.of(oldManifest).equals(now.digest())) {
            return new CodeChange(List.of(), List.of(), List.of());
        }
        SortedMap<String, Digest> then = before.get().methods();
        SortedMap<String, Digest> current = now.methods();
        Spelling spelling = Spelling.of(then.keySet(), current.keySet());
        Origins origins = now.origins();
        List<MethodChange> changed = new ArrayList<>();
        List<MethodChange> added = new ArrayList<>();
        current.forEach((name, digest) -> {
            Digest old = then.get(name);
            if (!digest.equals(old)) {
                (old == null ? added : changed).add(change(name, origins, spelling));
            }
        });
        List<MethodChange> removed = then.keySet().stream()
                .filter(name -> !current.containsKey(name))
                .map(name -> new MethodChange(spelling.of(name), Optional.empty(), List.of()))
                .toList();
        return new CodeChange(changed, added, removed);
    }

    private static MethodChange change(String name, Origins origins, Spelling spelling) {
        List<String> callers = origins.callers(name).stream().map(spelling::of).toList();
        return new MethodChange(spelling.of(name), origins.where(name), callers);
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
