package dev.wadachi.engine;

import dev.wadachi.code.CodeChange;
import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import dev.wadachi.store.Load;
import dev.wadachi.store.Store;
import dev.wadachi.store.Trace;
import dev.wadachi.store.TraceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Why two kept results differ, followed up to where it began: read off their traces alone, so that it can be said in
/// a project that has neither the code nor the data. Not thread-safe.
final class Provenance {

    private static final int MOST_STEPS = 200;
    private static final String UPSTREAM = "upstream.";
    private static final String PARAMETER = "parameter.";

    private record Pair(Trace before, Trace now) {}

    private final Store store;
    private final Deque<Pair> open = new ArrayDeque<>();
    private final Set<Pair> seen = new HashSet<>();
    private final List<String> lines = new ArrayList<>();

    private Provenance(Store store) {
        this.store = store;
    }

    /// What differs, a line for each cause; methods that changed stand below, indented.
    static List<String> between(TraceId before, TraceId now, Store store) {
        Optional<Pair> pair = pair(store.traces().find(before).map(found -> found.trace()), store, now);
        if (pair.isEmpty()) {
            return List.of();
        }
        Provenance provenance = new Provenance(store);
        provenance.follow(pair.get());
        for (int steps = 0; steps < MOST_STEPS && !provenance.open.isEmpty(); steps++) {
            provenance.compare(provenance.open.remove());
        }
        return List.copyOf(provenance.lines);
    }

    private static Optional<Pair> pair(Optional<Trace> before, Store store, TraceId now) {
        return before.flatMap(then -> store.traces().find(now).map(found -> new Pair(then, found.trace())));
    }

    private void follow(Pair pair) {
        if (seen.add(pair)) {
            open.add(pair);
        }
    }

    private void compare(Pair pair) {
        String task = pair.now().key().task();
        if (!task.equals(pair.before().key().task())) {
            lines.add(task + ": stands in the place of " + pair.before().key().task());
            return;
        }
        int told = lines.size();
        int followed = seen.size();
        Map<String, String> then = pair.before().fingerprint().entries();
        Map<String, String> now = pair.now().fingerprint().entries();
        Set<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            if (!Objects.equals(then.get(name), now.get(name))) {
                differs(pair, name, then.getOrDefault(name, ""), now.getOrDefault(name, ""));
            }
        }
        loads(pair);
        if (lines.size() == told && seen.size() == followed) {
            lines.add(task + ": gave other bytes under the same inputs");
        }
    }

    private void differs(Pair pair, String entry, String then, String now) {
        String task = pair.now().key().task();
        if (entry.startsWith(UPSTREAM)) {
            upstream(pair, entry.substring(UPSTREAM.length()), then, now);
        } else if (entry.equals("code") && !then.isEmpty() && !now.isEmpty()) {
            lines.add(task + ": code changed");
            code(pair).lines().forEach(method -> lines.add("  " + method));
        } else if (entry.startsWith(PARAMETER)) {
            String name = entry.substring(PARAMETER.length());
            lines.add(task + ": "
                    + EntryText.changed(
                            entry,
                            pair.before().inputs().parameters().getOrDefault(name, ""),
                            pair.now().inputs().parameters().getOrDefault(name, "")));
        } else if (!entry.equals("stamp") || !acrossTheBorder(pair)) {
            lines.add(task + ": " + EntryText.changed(entry, then, now));
        }
    }

    /// What was published elsewhere is followed into the project that published it.
    private boolean acrossTheBorder(Pair pair) {
        Optional<Load.Offer> then = offer(pair.before());
        Optional<Load.Offer> now = offer(pair.now());
        if (then.isEmpty() || now.isEmpty()) {
            return false;
        }
        lines.add(pair.now().key().task() + ": " + now.get().name() + " moved from version "
                + then.get().version() + " to " + now.get().version());
        pair(
                        store.traces().find(then.get().result()).map(found -> found.trace()),
                        store,
                        now.get().result())
                .ifPresent(this::follow);
        return true;
    }

    /// What a result was read from, if it was published.
    static Optional<Load.Offer> offer(Trace trace) {
        return trace.inputs().loads().stream()
                .flatMap(load -> load instanceof Load.Offer offer ? Stream.of(offer) : null)
                .findFirst();
    }

    private void upstream(Pair pair, String component, String then, String now) {
        Optional<Trace> before = result(pair.before().inputs().upstreams().get(component), then);
        Optional<Trace> after = result(pair.now().inputs().upstreams().get(component), now);
        if (before.isPresent() && after.isPresent()) {
            follow(new Pair(before.get(), after.get()));
        } else {
            lines.add(pair.now().key().task() + ": " + EntryText.changed(UPSTREAM + component, then, now));
        }
    }

    private void loads(Pair pair) {
        for (Load load : pair.now().inputs().loads()) {
            if (load instanceof Load.Value value) {
                pair.before().inputs().loads().stream()
                        .flatMap(other -> other instanceof Load.Value earlier ? Stream.of(earlier) : null)
                        .filter(earlier ->
                                earlier.key().task().equals(value.key().task())
                                        && earlier.partName().equals(value.partName())
                                        && !earlier.digest().equals(value.digest()))
                        .findFirst()
                        .ifPresent(earlier -> loaded(pair, earlier, value));
            }
        }
    }

    private void loaded(Pair pair, Load.Value earlier, Load.Value value) {
        Optional<Trace> before = store.traces().withOutput(earlier.key(), earlier.digest());
        Optional<Trace> after = store.traces().withOutput(value.key(), value.digest());
        if (before.isPresent() && after.isPresent()) {
            follow(new Pair(before.get(), after.get()));
        } else {
            lines.add(pair.now().key().task() + ": the value of " + value.key().task() + ", which it loads, changed");
        }
    }

    private Optional<Trace> result(@Nullable Key key, String digest) {
        return key == null || digest.length() != 2 * Digest.BYTES
                ? Optional.empty()
                : store.traces().withOutput(key, Digest.parse(digest));
    }

    private CodeChange code(Pair pair) {
        Optional<String> then = text(pair.before().evidence().code());
        Optional<String> now = text(pair.now().evidence().code());
        return then.isPresent() && now.isPresent() ? CodeChange.between(then.get(), now.get()) : CodeChange.UNKNOWN;
    }

    private Optional<String> text(@Nullable Digest manifest) {
        return Optional.ofNullable(manifest).flatMap(store.blobs()::find).flatMap(blob -> {
            try {
                return Optional.of(new String(blob.bytes(), StandardCharsets.UTF_8));
            } catch (IOException gone) {
                return Optional.empty();
            }
        });
    }
}
