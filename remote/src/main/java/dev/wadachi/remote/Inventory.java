package dev.wadachi.remote;

import dev.wadachi.store.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// The names of what a store holds that is shared, blobs apart.
///
/// @param traces `traces/…/1.json`
/// @param runs `runs/…/run.json` of runs that have ended
/// @param statements what people said of results, what they published, and what sinks did
record Inventory(SortedSet<String> traces, SortedSet<String> runs, SortedSet<String> statements) {

    /// The folders of what people said of results and offer each other, and of what was done outside.
    static final List<String> STATEMENTS = List.of("accepts", "revocations", "pins", "published", "effects");

    private static final int EVERYTHING = Integer.MAX_VALUE;
    private static final int DEPTH = 4;
    private static final Map<String, Integer> DEPTHS = Map.of("published", 3, "effects", 2);

    /// What this machine holds.
    static Inventory of(Place local) throws IOException {
        var traces = new TreeSet<String>();
        walk(local, "traces", DEPTH, traces);
        var runs = new TreeSet<String>();
        for (String id : local.list("runs", EVERYTHING)) {
            String end = "runs/" + id + "/run.json";
            if (local.facts(end).isPresent()) {
                runs.add(end);
            }
        }
        var statements = new TreeSet<String>();
        for (String folder : STATEMENTS) {
            walk(local, folder, DEPTHS.getOrDefault(folder, 1), statements);
        }
        return new Inventory(traces, runs, statements);
    }

    private static void walk(Place local, String name, int depth, SortedSet<String> found) throws IOException {
        if (depth == 0) {
            if (name.endsWith(".json")) {
                found.add(name);
            }
            return;
        }
        for (String child : local.list(name, EVERYTHING)) {
            walk(local, name + "/" + child, depth - 1, found);
        }
    }

    /// The objects of the remote that an inventory names. One request for about a thousand.
    static List<StoredObject> list(ObjectStorage storage) throws IOException {
        var objects = new ArrayList<StoredObject>();
        for (String folder : STATEMENTS) {
            list(storage, folder, ".json", objects);
        }
        list(storage, "traces", ".json", objects);
        list(storage, "runs", "/run.json", objects);
        return objects;
    }

    private static void list(ObjectStorage storage, String folder, String ending, List<StoredObject> found)
            throws IOException {
        for (StoredObject object : storage.list(folder)) {
            if (object.name().endsWith(ending)) {
                found.add(object);
            }
        }
    }

    /// What the remote holds.
    static Inventory of(Collection<StoredObject> listed) {
        var traces = new TreeSet<String>();
        var runs = new TreeSet<String>();
        var statements = new TreeSet<String>();
        for (StoredObject object : listed) {
            switch (Kind.of(object.name())) {
                case TRACE -> traces.add(object.name());
                case RUN -> runs.add(object.name());
                case STATEMENT, OFFER, EFFECT -> statements.add(object.name());
                case BLOB, OWN -> {}
            }
        }
        return new Inventory(traces, runs, statements);
    }

    /// What is in here and not in the other.
    Inventory without(Inventory other) {
        return new Inventory(
                without(traces, other.traces), without(runs, other.runs), without(statements, other.statements));
    }

    private static SortedSet<String> without(SortedSet<String> names, SortedSet<String> others) {
        var left = new TreeSet<>(names);
        left.removeAll(others);
        return left;
    }

    /// All names: what people said first, because it says which results are wrong; runs last, because they name all.
    List<String> names() {
        var names = new ArrayList<String>(statements);
        names.addAll(traces);
        names.addAll(runs);
        return names;
    }
}
