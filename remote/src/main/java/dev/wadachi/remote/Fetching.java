package dev.wadachi.remote;

import dev.wadachi.digest.Digest;
import dev.wadachi.store.Place;
import dev.wadachi.store.Sync;
import dev.wadachi.store.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Brings objects of the remote here, checked on the way: a blob by its digest, a trace by its checksum.
final class Fetching {

    private final Place local;
    private final Team team;
    private final Map<String, StoredObject> seen = new ConcurrentHashMap<>();
    private volatile boolean hasFetched;

    Fetching(Place local, Team team) {
        this.local = local;
        this.team = team;
    }

    /// What the remote knows of an object that is not here.
    Optional<StoredObject> facts(String name) {
        StoredObject before = seen.get(name);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<StoredObject> facts =
                team.ask(Team.Direction.READING, storage -> storage.facts(name)).flatMap(answer -> answer);
        facts.ifPresent(object -> seen.put(name, object));
        return facts;
    }

    /// Brings a blob here, if the remote has it and its bytes are what its name says.
    boolean blob(String name) throws IOException {
        Optional<StoredObject> facts = facts(name);
        seen.remove(name);
        return facts.isPresent()
                && team.ask(Team.Direction.READING, _ -> bring(facts.get())).orElse(false);
    }

    /// Brings a blob here, if it is still there and its bytes are what its name says.
    ///
    /// @throws IOException if the remote does not answer
    boolean bring(StoredObject object) throws IOException {
        Path file = local.scratch().newFile();
        try {
            return team.storage().download(object, file) && keep(object.name(), file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /// Whether any blob was brought here, so that there may be more of them than there should.
    boolean hasFetched() {
        return hasFetched;
    }

    private boolean keep(String name, Path file) throws IOException {
        if (!name.equals(dev.wadachi.store.Blobs.nameOf(Digest.ofFile(file)))) {
            team.known().forget(name);
            team.tell(name + " in " + team.describe()
                    + " is damaged: its bytes have another digest; `wadachi store verify` looks through all");
            return false;
        }
        local.adopt(name, file, Sync.BATCHED);
        hasFetched = true;
        team.known().add(name);
        return true;
    }

    /// The bytes of a trace, a statement or a run's end, which are kept here from now on.
    Optional<byte[]> text(String name) throws IOException {
        Optional<byte[]> bytes =
                team.ask(Team.Direction.READING, storage -> storage.read(name)).flatMap(answer -> answer);
        if (bytes.isEmpty()) {
            return bytes;
        }
        if (Kind.of(name) == Kind.TRACE && Trace.read(bytes.get()).isEmpty()) {
            // Damaged, or of the future: no reason to keep a copy.
            return bytes;
        }
        local.putIfAbsent(name, bytes.get(), Sync.BATCHED);
        team.known().add(Known.entryOf(name, bytes.get()));
        return bytes;
    }
}
