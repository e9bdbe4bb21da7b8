package dev.wadachi.remote;

import dev.wadachi.digest.Digest;
import dev.wadachi.store.Blobs;
import dev.wadachi.store.FileRead;
import dev.wadachi.store.Pin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Data that somebody added: no result names its bytes, only the pin that keeps them.
///
/// @param digest of the file, or of the folder's listing
/// @param kind which of both
/// @param reason why it is kept: how it was added
record PinnedData(Digest digest, FileRead.Kind kind, String reason) {

    /// Where objects are read by their names.
    interface Objects {
        Optional<byte[]> read(String name) throws IOException;
    }

    /// The data that a pin keeps; nothing if it is one of a run or a result, or damaged.
    ///
    /// @param pin what lies in the store
    static Optional<PinnedData> of(byte[] pin) {
        return Pin.read(pin)
                .flatMap(read -> read.target() instanceof Pin.Target.Data(Digest digest, FileRead.Kind kind)
                        ? Optional.of(new PinnedData(digest, kind, read.reason()))
                        : Optional.empty());
    }

    /// The name of the blob that is the file, or the folder's listing.
    String blob() {
        return Blobs.nameOf(digest);
    }

    /// The names of the blobs of the data: those of a folder's files, then its own. Nothing if a folder's listing is
    /// missing or damaged, for then nobody knows.
    Optional<List<String>> blobs(Objects objects) throws IOException {
        if (kind == FileRead.Kind.FILE) {
            return Optional.of(List.of(blob()));
        }
        return objects.read(blob())
                .flatMap(content -> Blobs.listing(digest, content))
                .map(listing -> {
                    var names = new ArrayList<String>();
                    listing.files().values().forEach(file -> names.add(Blobs.nameOf(file.digest())));
                    names.add(blob());
                    return names;
                });
    }
}
