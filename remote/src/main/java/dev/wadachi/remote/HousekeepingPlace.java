package dev.wadachi.remote;

import dev.wadachi.store.Leases;
import dev.wadachi.store.Place;
import dev.wadachi.store.ScratchFolder;
import dev.wadachi.store.Sync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

/// The remote as a place that a collection can look through: listed once, a thousand objects a request, and answered
/// from that list. Traces that this machine has are read here.
///
/// Only what a collection needs is offered.
final class HousekeepingPlace implements Place {

    private static final List<String> FOLDERS =
            List.of("blobs", "traces", "runs", "trash", "accepts", "revocations", "pins", "published", "effects");

    private final Place local;
    private final ObjectStorage storage;
    private final Map<String, StoredObject> objects = new HashMap<>();
    private final Map<String, SortedSet<String>> folders = new HashMap<>();
    private final AtomicBoolean announced = new AtomicBoolean();

    private HousekeepingPlace(Place local, ObjectStorage storage) {
        this.local = local;
        this.storage = storage;
    }

    static HousekeepingPlace of(Place local, ObjectStorage storage) throws IOException {
        var place = new HousekeepingPlace(local, storage);
        for (String folder : FOLDERS) {
            storage.list(folder).forEach(place::note);
        }
        return place;
    }

    private synchronized void note(StoredObject object) {
        objects.put(object.name(), object);
        String name = object.name();
        for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/')) {
            folders.computeIfAbsent(name.substring(0, slash), _ -> new TreeSet<>())
                    .add(name.substring(slash + 1));
            name = name.substring(0, slash);
        }
    }

    private synchronized void forget(String name) {
        objects.remove(name);
        int slash = name.lastIndexOf('/');
        SortedSet<String> siblings = folders.get(name.substring(0, slash));
        if (siblings != null) {
            siblings.remove(name.substring(slash + 1));
        }
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        Optional<byte[]> here = Kind.of(name) == Kind.TRACE ? local.read(name) : Optional.empty();
        return here.isPresent() ? here : storage.read(name);
    }

    @Override
    public synchronized Optional<Facts> facts(String name) {
        return Optional.ofNullable(objects.get(name)).map(object -> new Facts(object.size(), object.modified()));
    }

    /// Nothing: what a collection touches is on its way out.
    @Override
    public void touch(String name) {}

    @Override
    public Optional<Path> file(String name) throws IOException {
        Optional<Facts> facts = facts(name);
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        Path copy = local.scratch().newFile();
        var object = new StoredObject(name, facts.get().size(), facts.get().modified(), "");
        return storage.download(object, copy) ? Optional.of(copy) : Optional.empty();
    }

    @Override
    public synchronized List<String> list(String folder, int limit) {
        return folders.getOrDefault(folder, new TreeSet<>()).stream()
                .limit(limit)
                .toList();
    }

    @Override
    public List<String> newest(String folder, int limit) {
        return list(folder, limit).stream().sorted(Comparator.reverseOrder()).toList();
    }

    @Override
    public boolean putIfAbsent(String name, byte[] content, Sync sync) throws IOException {
        return storage.writeIfAbsent(name, content);
    }

    @Override
    public void put(String name, byte[] content, Sync sync) throws IOException {
        storage.write(name, content);
    }

    @Override
    public void adopt(String name, Path file, Sync sync) throws IOException {
        storage.upload(name, file);
        Files.delete(file);
    }

    @Override
    public boolean move(String from, String to) throws IOException {
        Optional<Facts> facts = facts(from);
        if (facts.isEmpty()) {
            return false;
        }
        announce();
        boolean moved = storage.move(from, to);
        forget(from);
        if (moved) {
            note(new StoredObject(to, facts.get().size(), Instant.now(), ""));
        }
        return moved;
    }

    @Override
    public boolean delete(String name) throws IOException {
        announce();
        storage.delete(name);
        forget(name);
        return true;
    }

    /// Before anything goes, all are told that what they believe to be there may not be.
    private void announce() throws IOException {
        if (announced.compareAndSet(false, true)) {
            storage.write(CollectionNotes.newName(), new byte[0]);
        }
    }

    @Override
    public synchronized long bytesBelow(String folder) {
        return objects.values().stream()
                .filter(object -> object.name().startsWith(folder + "/"))
                .mapToLong(StoredObject::size)
                .sum();
    }

    @Override
    public void deleteBelow(String folder) throws IOException {
        List<String> doomed;
        synchronized (this) {
            doomed = objects.keySet().stream()
                    .filter(name -> name.startsWith(folder + "/"))
                    .toList();
        }
        Transfers.each(doomed, this::delete);
    }

    @Override
    public Appender append(String name) {
        throw new UnsupportedOperationException("a collection writes no log, but was asked for " + name);
    }

    @Override
    public void sync() {}

    @Override
    public Leases leases() {
        return local.leases();
    }

    @Override
    public ScratchFolder scratch() {
        return local.scratch();
    }

    /// A folder that is empty: checkpoints are each machine's own.
    @Override
    public Path local(String folder) {
        return local.local("remote").resolve("none").resolve(folder);
    }

    @Override
    public void sweep() {}

    @Override
    public String describe() {
        return storage.describe();
    }

    /// The storage belongs to somebody else.
    @Override
    public void close() {}
}
