package dev.wadachi.engine;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.FolderListing;
import dev.wadachi.digest.FolderTotal;
import dev.wadachi.digest.FolderWalk;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// A folder that is looked at again and again: before a source is decided on, before its body runs, and after.
///
/// While its files are those of the last look, with the same contents, the listing is the one that was made then: its
/// order and its digest, which cost more than the look, are known already. Not thread-safe.
final class KnownFolder {

    private final KnownFiles known;
    private Map<String, FolderListing.Entry> files = Map.of();
    private FolderListing listing = new FolderListing(new TreeMap<>());
    private Optional<FolderTotal> total = Optional.empty();

    KnownFolder(KnownFiles known) {
        this.known = known;
    }

    /// What lies in the folder.
    ///
    /// @param found all its files, as they were found just now
    /// @throws IOException if one is gone, or cannot be read
    FolderListing listing(List<FolderWalk.Found> found) throws IOException {
        Map<String, FolderListing.Entry> others = others(found);
        if (!others.isEmpty() || files.size() != found.size()) {
            Map<String, FolderListing.Entry> now = HashMap.newHashMap(found.size());
            for (FolderWalk.Found file : found) {
                FolderListing.Entry other = others.get(file.name());
                now.put(file.name(), other == null ? Objects.requireNonNull(files.get(file.name())) : other);
            }
            files = now;
            listing = new FolderListing(new TreeMap<>(now));
            total = Optional.empty();
            known.forgetAllBut(now.keySet());
        }
        known.keep();
        return listing;
    }

    /// Those of the files that were not there at the last look, or were others.
    private Map<String, FolderListing.Entry> others(List<FolderWalk.Found> found) throws IOException {
        Map<String, FolderListing.Entry> others = new ConcurrentHashMap<>();
        Parallel.each(found, file -> {
            Digest digest = known.digest(file.name(), file.path(), file.state());
            FolderListing.Entry before = files.get(file.name());
            if (before == null
                    || before.size() != file.state().size()
                    || !before.digest().equals(digest)) {
                others.put(
                        file.name(),
                        new FolderListing.Entry(digest, file.state().size()));
            }
        });
        return others;
    }

    /// What the files of the last listing come to.
    FolderTotal total() {
        FolderTotal known = total.orElseGet(() -> FolderTotal.of(listing));
        total = Optional.of(known);
        return known;
    }
}
