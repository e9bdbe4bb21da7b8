package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/// What differs between the code that a result was computed with and the code as it is now.
///
/// @param changed in both, with another body
/// @param added reached now, and not then
/// @param unreached reached then, and not now, although the class still declares it
/// @param removed reached then, and no longer declared
public record CodeChange(
        List<MethodChange> changed,
        List<MethodChange> added,
        List<MethodChange> unreached,
        List<MethodChange> removed) {

    /// What is known where no method can be named.
    public static final CodeChange UNKNOWN = new CodeChange(List.of(), List.of(), List.of(), List.of());

    public CodeChange {
        changed = List.copyOf(changed);
        added = List.copyOf(added);
        unreached = List.copyOf(unreached);
        removed = List.copyOf(removed);
    }

    /// Compares an old signature's manifest with a signature of now.
    ///
    /// A manifest that cannot be read (another Wadachi wrote it) gives a change without names: see [#isEmpty()].
    public static CodeChange between(String oldManifest, CodeSignature now) {
        Optional<Manifest> before = Manifest.parse(oldManifest);
        if (before.isEmpty() || Digest.of(oldManifest).equals(now.digest())) {
            return UNKNOWN;
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
        List<MethodChange> unreached = new ArrayList<>();
        List<MethodChange> removed = new ArrayList<>();
        Set<String> gone = new TreeSet<>(then.keySet());
        gone.removeAll(current.keySet());
        Set<String> declared = gone.isEmpty() ? Set.of() : origins.stillDeclared(gone);
        gone.forEach(name -> (declared.contains(name) ? unreached : removed)
                .add(new MethodChange(spelling.of(name), Optional.empty(), List.of())));
        return new CodeChange(changed, added, unreached, removed);
    }

    /// Compares the manifests of two signatures, where there is no code to ask: no file, line or caller is known.
    ///
    /// A manifest that cannot be read gives a change without names.
    public static CodeChange between(String oldManifest, String newManifest) {
        Optional<Manifest> before = Manifest.parse(oldManifest);
        Optional<Manifest> after = Manifest.parse(newManifest);
        if (before.isEmpty() || after.isEmpty()) {
            return UNKNOWN;
        }
        SortedMap<String, Digest> then = before.get().methods();
        SortedMap<String, Digest> now = after.get().methods();
        Spelling spelling = Spelling.of(then.keySet(), now.keySet());
        List<MethodChange> changed = new ArrayList<>();
        List<MethodChange> added = new ArrayList<>();
        List<MethodChange> removed = new ArrayList<>();
        now.forEach((name, digest) -> {
            if (!then.containsKey(name)) {
                added.add(named(name, spelling));
            } else if (!digest.equals(then.get(name))) {
                changed.add(named(name, spelling));
            }
        });
        then.keySet().stream()
                .filter(name -> !now.containsKey(name))
                .forEach(name -> removed.add(named(name, spelling)));
        return new CodeChange(changed, added, removed, List.of());
    }

    private static MethodChange named(String name, Spelling spelling) {
        return new MethodChange(spelling.of(name), Optional.empty(), List.of());
    }

    private static MethodChange change(String name, Origins origins, Spelling spelling) {
        List<String> callers = origins.callers(name).stream().map(spelling::of).toList();
        return new MethodChange(spelling.of(name), origins.where(name), callers);
    }

    /// Whether no method can be named.
    public boolean isEmpty() {
        return changed.isEmpty() && added.isEmpty() && unreached.isEmpty() && removed.isEmpty();
    }

    /// One line per method, changed first, then what is newly reached, then what no longer is.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        changed.forEach(change -> lines.add(change.text()));
        added.forEach(change -> lines.add(change.text() + " (newly reached)"));
        unreached.forEach(change -> lines.add(change.text() + " (no longer reached)"));
        removed.forEach(change -> lines.add(change.text() + " (removed)"));
        return List.copyOf(lines);
    }
}
