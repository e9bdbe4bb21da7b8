package dev.wadachi.engine;

import dev.wadachi.digest.FolderListing;
import dev.wadachi.digest.FolderTotal;
import dev.wadachi.digest.FolderWalk;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
        Map<String, FolderListing.Entry> now = digests(found);
        if (!now.equals(files)) {
            listing = new FolderListing(new TreeMap<>(now));
            total = Optional.empty();
            files = now;
        }
        known.forgetAllBut(now.keySet());
        known.keep();
        return listing;
    }

    /// What the files of the last listing come to.
    FolderTotal total() {
        FolderTotal known = total.orElseGet(() -> FolderTotal.of(listing));
        total = Optional.of(known);
        return known;
    }

    private Map<String, FolderListing.Entry> digests(List<FolderWalk.Found> found) throws IOException {
        Map<String, FolderListing.Entry> digests = new ConcurrentHashMap<>(2 * found.size());
        Parallel.each(
                found,
                file -> digests.put(
                        file.name(),
                        new FolderListing.Entry(
                                known.digest(file.name(), file.path(), file.state()),
                                file.state().size())));
        return digests;
    }
}
