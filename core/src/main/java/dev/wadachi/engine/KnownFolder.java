package dev.wadachi.engine;

import dev.wadachi.digest.FolderListing;
import dev.wadachi.digest.FolderTotal;
import dev.wadachi.digest.FolderWalk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A folder that is looked at again and again: before a source is decided on, before its body runs, and after.
///
/// While its files are those of the last look, with the same contents, what was made of them stands: their listing and
/// its digest cost more than the look. Not thread-safe.
final class KnownFolder {

    private final KnownFiles known;
    private List<Map.Entry<String, FolderListing.Entry>> files = List.of();
    private Optional<FolderListing> listing = Optional.empty();
    private Optional<FolderTotal> total = Optional.empty();

    KnownFolder(KnownFiles known) {
        this.known = known;
    }

    /// Takes up what lies in the folder.
    ///
    /// @param found all its files, as they were found just now
    /// @throws IOException if one is gone, or cannot be read
    void look(List<FolderWalk.Found> found) throws IOException {
        List<Map.Entry<String, FolderListing.Entry>> now = entries(found);
        if (!areEqual(now, files)) {
            files = now;
            listing = Optional.empty();
            total = Optional.empty();
            known.forgetAllBut(now.stream().map(Map.Entry::getKey).toList());
        }
        known.keep();
    }

    /// With their digests, sorted by path.
    private List<Map.Entry<String, FolderListing.Entry>> entries(List<FolderWalk.Found> found) throws IOException {
        Queue<Map.Entry<String, FolderListing.Entry>> entries = new ConcurrentLinkedQueue<>();
        Parallel.each(
                found,
                file -> entries.add(Map.entry(
                        file.name(),
                        new FolderListing.Entry(
                                known.digest(file.name(), file.path(), file.state()),
                                file.state().size()))));
        List<Map.Entry<String, FolderListing.Entry>> sorted = new ArrayList<>(entries);
        sorted.sort(Map.Entry.comparingByKey());
        return sorted;
    }

    /// Written out, as [dev.wadachi.digest.Digest#equals] is.
    private static boolean areEqual(
            List<Map.Entry<String, FolderListing.Entry>> some, List<Map.Entry<String, FolderListing.Entry>> others) {
        boolean equal = some.size() == others.size();
        for (int i = 0; equal && i < some.size(); i++) {
            FolderListing.Entry one = some.get(i).getValue();
            FolderListing.Entry other = others.get(i).getValue();
            equal = one.size() == other.size()
                    && one.digest().equals(other.digest())
                    && some.get(i).getKey().equals(others.get(i).getKey());
        }
        return equal;
    }

    /// What the folder contains.
    FolderListing listing() {
        FolderListing made = listing.orElseGet(() -> {
            TreeMap<String, FolderListing.Entry> byPath = new TreeMap<>();
            files.forEach(file -> byPath.put(file.getKey(), file.getValue()));
            return new FolderListing(byPath);
        });
        listing = Optional.of(made);
        return made;
    }

    /// What its files come to.
    FolderTotal total() {
        FolderTotal made = total.orElseGet(() -> FolderTotal.of(files));
        total = Optional.of(made);
        return made;
    }
}
