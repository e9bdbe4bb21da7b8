package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

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
        Origins origins = now.origins();
        return between(
                before.get().methods(),
                now.methods(),
                (name, spelling) -> change(name, origins, spelling),
                gone -> gone.isEmpty() ? gone : origins.stillDeclared(gone));
    }

    /// Compares the manifests of two signatures, where there is no code to ask: no file, line or caller is known, nor
    /// whether a class still declares what is no longer reached.
    ///
    /// A manifest that cannot be read gives a change without names.
    public static CodeChange between(String oldManifest, String newManifest) {
        Optional<Manifest> before = Manifest.parse(oldManifest);
        Optional<Manifest> after = Manifest.parse(newManifest);
        return before.isEmpty() || after.isEmpty()
                ? UNKNOWN
                : between(before.get().methods(), after.get().methods(), CodeChange::named, UnaryOperator.identity());
    }

    /// @param told says of a method of now what is known of it
    /// @param declared those of these methods that are declared still
    private static CodeChange between(
            SortedMap<String, Digest> then,
            SortedMap<String, Digest> now,
            BiFunction<String, Spelling, MethodChange> told,
            UnaryOperator<Set<String>> declared) {
        Spelling spelling = Spelling.of(then.keySet(), now.keySet());
        List<MethodChange> changed = new ArrayList<>();
        List<MethodChange> added = new ArrayList<>();
        now.forEach((name, digest) -> {
            Digest old = then.get(name);
            if (!digest.equals(old)) {
                (old == null ? added : changed).add(told.apply(name, spelling));
            }
        });
        List<MethodChange> unreached = new ArrayList<>();
        List<MethodChange> removed = new ArrayList<>();
        Set<String> gone = new TreeSet<>(then.keySet());
        gone.removeAll(now.keySet());
        Set<String> there = declared.apply(gone);
        gone.forEach(name -> (there.contains(name) ? unreached : removed).add(named(name, spelling)));
        return new CodeChange(changed, added, unreached, removed);
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
