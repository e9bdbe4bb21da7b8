package dev.wadachi.engine;

import static java.util.Comparator.reverseOrder;

import dev.wadachi.code.CodeChange;
import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Fingerprint;
import dev.wadachi.json.Json;
import dev.wadachi.parameter.ValueForm;
import dev.wadachi.store.Publication;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Store;
import dev.wadachi.store.Trace;
import dev.wadachi.task.Published;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Says why a node is no hit, by comparing its fingerprint with the nearest one that has a result.
///
/// Nearest is the same key's with the fewest differing entries, and among those the one that was used last: who went
/// from data A to B and back, and then edits the code, has changed the code alone. Without one of the same key, it is
/// the same name's with the fewest differing entries, and among those the one whose parameters read most alike:
/// `last-value(lag=3)` was `last-value(lag=2)` rather than `ridge`.
/// Thread-safe.
final class Explainer {

    private static final int NEAREST = 50;

    /// Reading what a key has costs as many files, for each task that is no hit.
    private static final int NEAREST_OF_KEY = 10;

    private static final String LIBRARY = "library.";

    private final Store store;
    private final Codes codes;
    private final Environment environment;
    private final LastUses lastUses;
    /// What was kept under each name when it was first asked for: listing it for every task would make a run of n
    /// tasks of one name cost n².
    private final Map<String, List<Recorded>> byName = new ConcurrentHashMap<>();

    Explainer(Store store, Codes codes, Environment environment) {
        this.store = store;
        this.codes = codes;
        this.environment = environment;
        this.lastUses = new LastUses(store);
    }

    /// The root causes; never empty.
    ///
    /// @param fingerprint may lack entries of upstreams whose values are not known yet; those are passed over
    List<Cause> causes(Node node, Fingerprint fingerprint) {
        Optional<Recorded> nearest = nearest(node, fingerprint);
        if (nearest.isEmpty()) {
            return List.of(new Cause.NeverRan());
        }
        List<Cause> causes = differences(node, fingerprint, nearest.get().trace());
        return causes.isEmpty() ? List.of(new Cause.NeverRan()) : causes;
    }

    /// What differs from the nearest result; empty if there is none of this name.
    Optional<List<Cause>> differences(Node node, Fingerprint fingerprint) {
        return nearest(node, fingerprint).map(recorded -> differences(node, fingerprint, recorded.trace()));
    }

    /// The nearest result, if there is any of this name.
    Optional<Recorded> nearest(Node node, Fingerprint fingerprint) {
        List<Recorded> ofName =
                byName.computeIfAbsent(node.key.task(), name -> store.traces().ofTask(name, NEAREST));
        if (ofName.isEmpty()) {
            return Optional.empty();
        }
        return nearestOfKey(node, fingerprint)
                .or(() -> ofName.stream()
                        .min(Comparator.<Recorded>comparingInt(recorded ->
                                        differing(fingerprint, recorded.trace()).size())
                                .thenComparing(recorded -> likeness(node, recorded.trace()), reverseOrder())));
    }

    /// The nearest result under this key, if there is any.
    Optional<Recorded> nearestOfKey(Node node, Fingerprint fingerprint) {
        List<Recorded> nearest = new ArrayList<>();
        int fewest = Integer.MAX_VALUE;
        for (Recorded recorded : store.traces().ofKey(node.key, NEAREST_OF_KEY)) {
            int differing = differing(fingerprint, recorded.trace()).size();
            if (differing < fewest) {
                fewest = differing;
                nearest.clear();
            }
            if (differing == fewest) {
                nearest.add(recorded);
            }
        }
        Optional<Recorded> newest = nearest.stream().findFirst();
        return nearest.size() < 2 ? newest : lastUsed(nearest).or(() -> newest);
    }

    private Optional<Recorded> lastUsed(List<Recorded> results) {
        Optional<Digest> last = lastUses.of(results.getFirst().trace().key());
        return results.stream()
                .filter(recorded -> last.filter(recorded.trace().fingerprint().total()::equals)
                        .isPresent())
                .findFirst();
    }

    /// The newest result under this key, whatever its fingerprint.
    Optional<Recorded> newestOf(Node node) {
        return store.traces().ofKey(node.key, 1).stream().findFirst();
    }

    /// How many characters the parameters' texts begin with in common.
    private static int likeness(Node node, Trace kept) {
        int alike = 0;
        for (Node.Parameter parameter : node.parameters) {
            String before = kept.inputs().parameters().getOrDefault(parameter.name(), "");
            int shorter = Math.min(before.length(), parameter.text().length());
            int end = 0;
            while (end < shorter && before.charAt(end) == parameter.text().charAt(end)) {
                end++;
            }
            alike += end;
        }
        return alike;
    }

    /// The names of entries that differ, but for upstreams whose values are not known now.
    static Set<String> differing(Fingerprint now, Trace kept) {
        Map<String, String> then = kept.fingerprint().entries();
        Set<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.entries().keySet());
        names.removeIf(name -> Objects.equals(then.get(name), now.entries().get(name))
                || (name.startsWith("upstream.") && !now.entries().containsKey(name)));
        return names;
    }

    /// What differs from a kept result; none if nothing does.
    List<Cause> differences(Node node, Fingerprint now, Trace kept) {
        List<Cause> causes = new ArrayList<>();
        for (String entry : differing(now, kept)) {
            String before = kept.fingerprint().entries().getOrDefault(entry, "");
            String after = now.entries().getOrDefault(entry, "");
            if (entry.equals("code") && !before.isEmpty() && !after.isEmpty()) {
                causes.add(
                        new Cause.CodeChanged(codeChange(node, kept.evidence().code())));
            } else if (entry.equals("stamp") && node.task instanceof Published<?> source) {
                causes.add(moved(source, before, after, kept));
            } else if (entry.startsWith("parameter.")) {
                causes.add(parameter(node, entry, before, after, kept));
            } else if (entry.startsWith("upstream.") && !before.isEmpty() && !after.isEmpty()) {
                causes.add(upstream(node, entry.substring("upstream.".length())));
            } else if (entry.startsWith(LIBRARY) && !before.isEmpty() && !after.isEmpty()) {
                causes.add(library(entry, before, after, kept));
            } else {
                causes.add(new Cause.EntryChanged(entry, before, after));
            }
        }
        return causes;
    }

    /// Says which version stood for the bytes then, and why the project that published it has others now.
    private Cause moved(Published<?> source, String before, String after, Trace kept) {
        Publication now = new PublishedShelf(store).of(source);
        Optional<Publication> then = store.publications().versions(now.name()).reversed().stream()
                .filter(version -> version.number() != now.number())
                .filter(version -> version.output().digest().hex().equals(before))
                .findFirst()
                .or(() -> Provenance.offer(kept)
                        .flatMap(offer -> store.publications().find(offer.name(), offer.version())));
        return then.<Cause>map(version -> new Cause.VersionMoved(
                        now.name(),
                        version.number(),
                        now.number(),
                        now.source(),
                        Provenance.between(version.result(), now.result(), store)))
                .orElseGet(() -> new Cause.EntryChanged("stamp", before, after));
    }

    /// A jar's name tells people its version; where both have one name, or one is not known, there are the digests.
    private Cause library(String entry, String before, String after, Trace kept) {
        String library = entry.substring(LIBRARY.length());
        String then = jar(library, jars(kept.evidence().environment()));
        String now = jar(library, environment.jars().keySet());
        boolean tells = !then.isEmpty() && !now.isEmpty() && !then.equals(now);
        return tells ? new Cause.EntryChanged(entry, then, now) : new Cause.EntryChanged(entry, before, after);
    }

    private static String jar(String library, Set<String> jars) {
        return jars.stream()
                .filter(jar -> jar.startsWith(library + "-") && Character.isDigit(jar.charAt(library.length() + 1)))
                .findFirst()
                .orElse("");
    }

    private Set<String> jars(@Nullable Digest surroundings) {
        return text(surroundings)
                .flatMap(text -> Json.parse(text).asObject().findObject("jars"))
                .<Set<String>>map(jars -> jars.members().keySet())
                .orElse(Set.of());
    }

    private CodeChange codeChange(Node node, @Nullable Digest manifest) {
        return text(manifest)
                .map(old -> CodeChange.between(old, codes.of(node)))
                .orElse(CodeChange.UNKNOWN);
    }

    /// Evidence that is kept with a trace; empty if it is gone.
    private Optional<String> text(@Nullable Digest evidence) {
        return Optional.ofNullable(evidence).flatMap(store.blobs()::find).flatMap(blob -> {
            try {
                return Optional.of(new String(blob.bytes(), StandardCharsets.UTF_8));
            } catch (IOException gone) {
                return Optional.empty();
            }
        });
    }

    /// Where the texts are equal, the types are not: `2 (int) → 2 (long)`.
    private static Cause parameter(Node node, String entry, String digestBefore, String digestAfter, Trace kept) {
        String name = entry.substring("parameter.".length());
        String before = kept.inputs().parameters().getOrDefault(name, "");
        String after = node.parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Node.Parameter::text)
                .findFirst()
                .orElse("");
        return before.equals(after) && !before.isEmpty()
                ? new Cause.EntryChanged(
                        entry, typed(before, digestBefore, ""), typed(after, digestAfter, " (of another type)"))
                : new Cause.EntryChanged(entry, before, after);
    }

    private static String typed(String text, String digest, String otherwise) {
        return Optional.of(digest)
                .filter(known -> !known.isEmpty())
                .flatMap(known -> ValueForm.nameOfScalar(text, Digest.parse(known)))
                .map(type -> text + " (" + type + ")")
                .orElse(text + otherwise);
    }

    private static Cause upstream(Node node, String component) {
        return node.upstreams.stream()
                .filter(upstream -> upstream.component().equals(component))
                .findFirst()
                .<Cause>map(upstream ->
                        new Cause.UpstreamChanged(component, upstream.node().label()))
                .orElseGet(() -> new Cause.EntryChanged("upstream." + component, "", ""));
    }
}
