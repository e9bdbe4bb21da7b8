package dev.wadachi.remote;

import dev.wadachi.digest.FolderListing;
import dev.wadachi.json.JsonException;
import dev.wadachi.task.OutsideException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Files on their way to a prefix of a bucket.
///
/// The steps are ordered so that whoever is killed in between leaves no manifest, and nothing that nobody removes: what
/// may be there is written down in `.delivery` first, the manifest is taken away, objects are sent, several at a time,
/// those no longer wanted removed, the manifest is put, `.delivery` is removed.
final class Delivery implements AutoCloseable {

    private static final String UNDER_WAY = ".delivery";

    private final ObjectStorage storage;
    private final String prefix;

    private Delivery(ObjectStorage storage, String prefix) {
        this.storage = storage;
        this.prefix = prefix;
    }

    static Delivery open(Location location, String prefix) throws IOException {
        return new Delivery(location.open(), prefix);
    }

    private String name(String file) {
        return prefix + "/" + file;
    }

    URI uri() {
        return URI.create(describe());
    }

    String describe() {
        String location = storage.describe();
        return location + (location.endsWith("/") ? "" : "/") + prefix;
    }

    /// The manifest, if there is one and every object is as it says.
    Optional<Manifest> manifest() throws IOException {
        Optional<Manifest> manifest = said();
        if (manifest.isEmpty()) {
            return manifest;
        }
        Map<String, StoredObject> objects = objects();
        return manifest.filter(said -> said.isTrueOf(objects));
    }

    private Optional<Manifest> said() throws IOException {
        try {
            return storage.read(name(Manifest.NAME)).map(Manifest::parse);
        } catch (JsonException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Map<String, StoredObject> objects() throws IOException {
        return Manifest.below(prefix, storage.list(prefix));
    }

    /// What lies in a team's store is the store's.
    ///
    /// @throws OutsideException if the prefix lies in a store
    void refuseStore() throws IOException {
        String folder = "";
        for (String step : prefix.split("/", -1)) {
            Optional<byte[]> format = storage.read(folder + "FORMAT");
            if (format.filter(bytes -> new String(bytes, StandardCharsets.UTF_8).contains("\"format\""))
                    .isPresent()) {
                throw new OutsideException(describe() + " lies in a store, which keeps its own files there: name a"
                        + " bucket of its own, or a location beside the store");
            }
            folder += step + "/";
        }
    }

    /// Sends what is not there yet and removes what is no longer wanted; the manifest is gone then.
    ///
    /// @return what was sent
    SortedMap<String, FolderListing.Entry> replace(Path folder, FolderListing wanted) throws IOException {
        if (wanted.files().containsKey(Manifest.NAME)) {
            throw new IOException("a file is called " + Manifest.NAME + ", as the list of all files is; rename it");
        }
        Optional<Manifest> before = said();
        Set<String> leftovers = new TreeSet<>();
        before.ifPresent(manifest -> leftovers.addAll(manifest.files().keySet()));
        storage.read(name(UNDER_WAY))
                .ifPresent(
                        text -> new String(text, StandardCharsets.UTF_8).lines().forEach(leftovers::add));
        Set<String> touched = new TreeSet<>(leftovers);
        touched.addAll(wanted.files().keySet());
        storage.write(name(UNDER_WAY), String.join("\n", touched).getBytes(StandardCharsets.UTF_8));
        storage.delete(name(Manifest.NAME));

        Map<String, StoredObject> there = objects();
        SortedMap<String, FolderListing.Entry> sent = new TreeMap<>(wanted.files());
        sent.entrySet()
                .removeIf(file -> before.filter(manifest -> manifest.holds(file.getKey(), file.getValue())
                                && manifest.isTrueOf(file.getKey(), there))
                        .isPresent());
        Transfers.each(sent.keySet(), file -> storage.upload(name(file), folder.resolve(file)));
        leftovers.removeAll(wanted.files().keySet());
        Transfers.each(leftovers, file -> storage.delete(name(file)));
        return sent;
    }

    /// Puts the manifest: from now on, the files are there.
    Manifest conclude(FolderListing wanted) throws IOException {
        Map<String, StoredObject> objects = objects();
        SortedMap<String, Manifest.Item> files = new TreeMap<>();
        wanted.files().forEach((name, file) -> {
            StoredObject object = objects.get(name);
            if (object != null && object.size() == file.size()) {
                files.put(name, new Manifest.Item(file.digest(), file.size(), object.tag()));
            }
        });
        if (files.size() < wanted.files().size()) {
            throw new IOException("somebody else writes to " + describe() + ": not all objects are there that were sent"
                    + " a moment ago; give each sink a prefix of its own");
        }
        Manifest manifest = new Manifest(files);
        storage.write(name(Manifest.NAME), manifest.bytes());
        storage.delete(name(UNDER_WAY));
        return manifest;
    }

    @Override
    public void close() throws IOException {
        storage.close();
    }
}
