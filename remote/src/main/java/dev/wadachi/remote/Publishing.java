package dev.wadachi.remote;

import dev.wadachi.store.Blobs;
import dev.wadachi.store.Pins;
import dev.wadachi.store.Place;
import dev.wadachi.store.Publication;
import dev.wadachi.store.Runs;
import dev.wadachi.store.Trace;
import dev.wadachi.store.Traces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Writes what is here to the remote: the blobs first that a trace or a run names, then itself.
///
/// Methods throw where the remote cannot be reached; what had been written by then is known and not written again.
final class Publishing {

    /// From this size on it is worth a request to ask whether an object is there already.
    private static final long WORTH_ASKING = 256 << 10;

    private final Place local;
    private final Team team;

    Publishing(Place local, Team team) {
        this.local = local;
        this.team = team;
    }

    /// Writes a trace with its blobs.
    ///
    /// @return whether these very bytes are the trace of this number now; if not, somebody else's are
    boolean trace(String name, byte[] content) throws IOException {
        blobs(blobsOf(content));
        return text(name, content);
    }

    /// Writes a trace with its blobs over what lies there under its name and cannot be read.
    void traceAgain(String name, byte[] content) throws IOException {
        blobs(blobsOf(content));
        team.storage().write(name, content);
        team.known().add(Known.entryOf(name, content));
    }

    private static List<String> blobsOf(byte[] content) {
        return Trace.read(content)
                .map(trace -> trace.blobs().map(Blobs::nameOf).toList())
                .orElse(List.of());
    }

    /// Writes a published version: the result that it names with its blobs first.
    ///
    /// @return whether these very bytes are the version of this number now; if not, somebody else's are
    boolean offer(String name, byte[] content) throws IOException {
        Optional<Publication> version = Publication.read(content);
        if (version.isPresent()) {
            String result = Traces.objectOf(version.get().result());
            Optional<byte[]> trace = local.read(result);
            if (trace.isPresent()) {
                trace(result, trace.get());
            }
            blobs(version.get().blobs().map(Blobs::nameOf).toList());
        }
        return text(name, content);
    }

    /// Writes what somebody said: if it is that data is kept, the bytes of that data first.
    ///
    /// @return whether these very bytes are there now
    boolean statement(String name, byte[] content) throws IOException {
        if (Pins.isPin(name)) {
            blobs(addedBlobs(content));
        }
        return text(name, content);
    }

    /// The names of the blobs of the data that a pin keeps, as far as they are known here.
    List<String> addedBlobs(byte[] pin) throws IOException {
        Optional<PinnedData> data = PinnedData.of(pin);
        if (data.isEmpty()) {
            return List.of();
        }
        Optional<List<String>> blobs = data.get().blobs(local::read);
        if (blobs.isEmpty() && local.facts(data.get().blob()).isPresent()) {
            team.tell("the listing " + data.get().digest().shortHex() + " of a folder is damaged here, and the folder"
                    + " does not go to " + team.describe() + "; add it again: "
                    + data.get().reason());
        }
        return blobs.orElse(List.of());
    }

    /// Writes what is numbered, with all that it names.
    ///
    /// @return whether these very bytes have this number now
    boolean numbered(String name, byte[] content) throws IOException {
        return Kind.of(name) == Kind.OFFER ? offer(name, content) : trace(name, content);
    }

    /// Writes a run that has ended: the blobs that it names, what happened in it, then its end.
    void run(String end) throws IOException {
        String events = end.substring(0, end.lastIndexOf('/')) + "/events.jsonl";
        Optional<byte[]> ended = local.read(end);
        Optional<byte[]> happened = local.read(events);
        if (ended.isEmpty() || happened.isEmpty()) {
            return;
        }
        blobs(Runs.blobsNamedIn(happened.get()).stream().map(Blobs::nameOf).toList());
        if (!team.known().contains(events)) {
            team.storage().write(events, happened.get());
            team.known().add(events);
        }
        text(end, ended.get());
    }

    /// Writes a small object that is never changed, unless another is there.
    ///
    /// @return whether these very bytes are there now
    boolean text(String name, byte[] content) throws IOException {
        String entry = Known.entryOf(name, content);
        if (team.known().contains(entry)) {
            return true;
        }
        team.claim();
        boolean isMine = team.storage().writeIfAbsent(name, content)
                || team.storage()
                        .read(name)
                        .filter(there -> Arrays.equals(there, content))
                        .isPresent();
        if (isMine) {
            team.known().add(entry);
        }
        return isMine;
    }

    private void blobs(List<String> names) throws IOException {
        List<String> missing = new ArrayList<>();
        for (String name : names.stream().distinct().toList()) {
            if (!team.known().contains(name)) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            team.claim();
            Transfers.each(missing, this::blob);
        }
    }

    /// Writes a blob, unless it is there. One that is not here either was collected: its trace says so to readers.
    void blob(String name) throws IOException {
        Optional<Path> file = local.file(name);
        if (file.isEmpty()) {
            return;
        }
        long size = file.get().toFile().length();
        if (size < WORTH_ASKING
                || team.storage()
                        .facts(name)
                        .filter(there -> there.size() == size)
                        .isEmpty()) {
            team.storage().upload(name, file.get());
        }
        team.known().add(name);
    }
}
