package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.FolderListing;
import dev.wadachi.task.Blob;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.Stored;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Immutable bytes under their digests: `blobs/ab/cd…`.
///
/// Equal bytes are stored once. A blob whose length or digest is not what its name and trace say is moved to
/// quarantine and counts as missing. Safe for many threads; I/O trouble is thrown as [UncheckedIOException].
public final class Blobs {

    /// A blob older than this is touched when it is put again, so that no collection takes it for garbage meanwhile.
    private static final Duration FRESH = Duration.ofHours(12);

    private final Place place;
    private final Trash trash;
    private final Clock clock;

    Blobs(Place place, Trash trash, Clock clock) {
        this.place = place;
        this.trash = trash;
        this.clock = clock;
    }

    /// The name of a blob among the objects of a [Place].
    public static String nameOf(Digest digest) {
        String hex = digest.hex();
        return "blobs/" + hex.substring(0, 2) + "/" + hex.substring(2);
    }

    /// Stores these bytes.
    public Blob put(byte[] content) {
        Digest digest = Digest.of(content);
        String name = nameOf(digest);
        try {
            if (!isThere(name, content.length)) {
                place.put(name, content, Sync.BATCHED);
            }
            return new StoredBlob(this, digest, content.length);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot store " + content.length + " bytes in " + place.describe(), e);
        }
    }

    /// Stores the content of a file by taking the file over: it is moved, and nobody may write to it any more.
    public Blob adopt(Path file) {
        try {
            Placing.makeReadOnly(file);
            Digest digest = Digest.ofFile(file);
            long size = file.toFile().length();
            String name = nameOf(digest);
            if (isThere(name, size)) {
                Placing.delete(file);
            } else {
                place.adopt(name, file, Sync.BATCHED);
            }
            return new StoredBlob(this, digest, size);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot store the file " + file + " in " + place.describe(), e);
        }
    }

    /// Stores an encoded value with all its parts, manifests after what they list.
    public Output put(Encoded encoded) {
        return switch (encoded) {
            case Encoded.Bytes(byte[] bytes) -> whole(put(bytes));
            case Encoded.InFile(Path file) -> whole(adopt(file));
            case Encoded.Parts(SortedMap<String, Encoded> parts) -> {
                var outputs = new TreeMap<String, Output>();
                parts.forEach((name, part) -> outputs.put(PartName.check(name), put(part)));
                Blob manifest = put(Manifest.bytes(outputs));
                long bytes = outputs.values().stream().mapToLong(Output::bytes).sum();
                yield new Output.Parts(manifest.digest(), bytes, outputs);
            }
        };
    }

    private static Output whole(Blob blob) {
        return new Output.Whole(blob.digest(), blob.size());
    }

    /// The blob of this digest, or empty if it is missing.
    public Optional<Blob> find(Digest digest) {
        return lookUp(digest, -1);
    }

    /// The blob of this digest and length, or empty if it is missing; one of another length goes to quarantine.
    public Optional<Blob> find(Digest digest, long size) {
        return lookUp(digest, size);
    }

    private Optional<Blob> lookUp(Digest digest, long expected) {
        String name = nameOf(digest);
        try {
            Optional<Place.Facts> facts = place.facts(name);
            if (facts.isEmpty()) {
                trash.restore(name);
                facts = place.facts(name);
            }
            if (facts.isEmpty()) {
                return Optional.empty();
            }
            long size = facts.get().size();
            if (expected >= 0 && size != expected) {
                trash.quarantine(name, "it has " + size + " bytes instead of " + expected);
                return Optional.empty();
            }
            return Optional.of(new StoredBlob(this, digest, size));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for blob " + digest.shortHex() + " in " + place.describe(), e);
        }
    }

    /// An output with its bytes, or empty if any of them is missing.
    public Optional<Stored> open(Output output) {
        return switch (output) {
            case Output.Whole(Digest digest, long bytes) -> find(digest, bytes).map(Stored.Whole::new);
            case Output.Parts(Digest _, long _, SortedMap<String, Output> parts) -> {
                var stored = new TreeMap<String, Stored>();
                for (var part : parts.entrySet()) {
                    Optional<Stored> opened = open(part.getValue());
                    if (opened.isEmpty()) {
                        yield Optional.empty();
                    }
                    stored.put(part.getKey(), opened.get());
                }
                yield Optional.of(new Stored.Parts(stored));
            }
        };
    }

    /// Whether all bytes of a blob are what its digest says; if not, it goes to quarantine.
    public boolean verify(Digest digest) {
        try {
            Optional<Path> file = place.file(nameOf(digest));
            return file.isPresent() && isWhat(digest, file.get());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot verify blob " + digest.shortHex() + " in " + place.describe(), e);
        }
    }

    /// The files of a folder whose listing these bytes are; empty if they are damaged.
    ///
    /// @param digest of the listing
    public static Optional<FolderListing> listing(Digest digest, byte[] content) {
        return Digest.of(content).equals(digest)
                ? Optional.of(FolderListing.parse(new String(content, StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /// The files of the folder whose listing has this digest; empty if the listing is missing. A damaged one goes to
    /// quarantine, and is missing.
    public Optional<FolderListing> listing(Digest digest) {
        try {
            Optional<Blob> blob = find(digest);
            return blob.isEmpty()
                    ? Optional.empty()
                    : listing(digest, blob.get().bytes());
        } catch (LostBlobException damaged) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the listing " + digest.shortHex(), e);
        }
    }

    /// Whether all bytes of all blobs of an output are there and what their digests say. Reads them all.
    public boolean verify(Output output) {
        return switch (output) {
            case Output.Whole(Digest digest, long bytes) -> find(digest, bytes).isPresent() && verify(digest);
            case Output.Parts(Digest _, long _, SortedMap<String, Output> parts) ->
                parts.values().stream().allMatch(this::verify);
        };
    }

    private boolean isWhat(Digest digest, Path file) throws IOException {
        if (Digest.ofFile(file).equals(digest)) {
            return true;
        }
        trash.quarantine(nameOf(digest), "its bytes have another digest");
        return false;
    }

    /// The file of a blob. Small ones are verified, because a power cut may have torn them; large ones were on the
    /// disk before they had their name.
    Path verifiedFile(Digest digest, long size) throws IOException {
        Path file = place.file(nameOf(digest)).orElseThrow(() -> lost(digest));
        if (file.toFile().length() != size || size <= Syncing.SMALL && !isWhat(digest, file)) {
            throw lost(digest);
        }
        return file;
    }

    byte[] verifiedBytes(Digest digest) throws IOException {
        byte[] bytes = place.read(nameOf(digest)).orElseThrow(() -> lost(digest));
        if (!Digest.of(bytes).equals(digest)) {
            trash.quarantine(nameOf(digest), "its bytes have another digest");
            throw lost(digest);
        }
        return bytes;
    }

    private LostBlobException lost(Digest digest) {
        return new LostBlobException(digest, place.describe());
    }

    private boolean isThere(String name, long size) throws IOException {
        Optional<Place.Facts> facts = place.factsNear(name);
        if (facts.isEmpty() || facts.get().size() != size) {
            return false;
        }
        if (facts.get().modified().isBefore(clock.instant().minus(FRESH))) {
            place.touch(name);
        }
        return true;
    }
}
