package dev.wadachi.remote;

import dev.wadachi.store.Pins;
import dev.wadachi.store.Place;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds in what this machine's store and the remote differ. Results are compared by their traces, for a blob goes and
/// comes with the trace that names it; of added data, which no trace names, the blobs are looked for.
final class Comparison {

    private final Place local;
    private final Team team;
    private final Set<String> there = new HashSet<>();
    private boolean isListed;

    Comparison(Place local, Team team) {
        this.local = local;
        this.team = team;
    }

    Difference run() throws IOException {
        Inventory here = Inventory.of(local);
        List<StoredObject> listed = Inventory.list(team.storage());
        Inventory afar = Inventory.of(listed);
        SortedSet<String> different = new Recognition(local, team).learn(listed);
        int results = (int)
                different.stream().filter(name -> Kind.of(name) == Kind.TRACE).count();
        Inventory alone = here.without(afar);
        int dataHere = 0;
        int dataThere = 0;
        for (PinnedData data : added(here, afar)) {
            List<String> blobs = data.blobs(this::read).orElse(List.of(data.blob()));
            boolean isHere = isHere(blobs);
            boolean isThere = isThere(blobs);
            dataHere += isHere && !isThere ? 1 : 0;
            dataThere += isThere && !isHere ? 1 : 0;
        }
        return new Difference(
                Difference.Share.of(alone, dataHere),
                Difference.Share.of(afar.without(here), dataThere),
                here.traces().size() - alone.traces().size() - results,
                different.size(),
                team.pending().names().size());
    }

    /// The data that is kept on either side, each once.
    private Set<PinnedData> added(Inventory here, Inventory afar) throws IOException {
        var all = new TreeSet<>(here.statements());
        all.addAll(afar.statements());
        var data = new TreeMap<String, PinnedData>();
        for (String pin : Pins.standing(all)) {
            read(pin).flatMap(PinnedData::of).ifPresent(each -> data.putIfAbsent(each.blob(), each));
        }
        return Set.copyOf(data.values());
    }

    private Optional<byte[]> read(String name) throws IOException {
        Optional<byte[]> here = local.read(name);
        return here.isPresent() ? here : team.storage().read(name);
    }

    private boolean isHere(List<String> blobs) throws IOException {
        for (String blob : blobs) {
            if (local.facts(blob).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean isThere(List<String> blobs) throws IOException {
        List<String> unknown = blobs.stream()
                .filter(blob -> !there.contains(blob) && !team.known().contains(blob))
                .toList();
        if (unknown.size() > ObjectStorage.WORTH_LISTING && !isListed) {
            team.storage().list("blobs").forEach(object -> there.add(object.name()));
            isListed = true;
        }
        for (String blob : unknown) {
            if (!there.contains(blob) && (isListed || team.storage().facts(blob).isEmpty())) {
                return false;
            }
        }
        return true;
    }
}
