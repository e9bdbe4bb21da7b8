package dev.wadachi.remote;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.FolderListing;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.task.Stamp;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a sink left in a bucket, as the object `manifest.json` says it.
///
/// @param files by their paths below the prefix
record Manifest(SortedMap<String, Item> files) {

    static final String NAME = "manifest.json";

    /// An object.
    ///
    /// @param digest of its content
    /// @param size in bytes
    /// @param tag the bucket's, by which an overwritten object is known; empty where the storage has none
    record Item(Digest digest, long size, String tag) {}

    Manifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /// @throws dev.wadachi.json.JsonException if it is none
    static Manifest parse(byte[] text) {
        SortedMap<String, Item> files = new TreeMap<>();
        if (Json.parse(text) instanceof JsonObject manifest) {
            JsonObject objects = manifest.object("files");
            objects.members().keySet().forEach(name -> files.put(name, item(objects.object(name))));
        }
        return new Manifest(files);
    }

    private static Item item(JsonObject object) {
        return new Item(Digest.parse(object.text("sha256")), object.number("bytes"), object.text("tag"));
    }

    byte[] bytes() {
        JsonObjectBuilder objects = JsonObject.builder();
        files.forEach((name, item) -> objects.put(
                name,
                JsonObject.builder()
                        .put("sha256", item.digest().hex())
                        .put("bytes", item.size())
                        .put("tag", item.tag())
                        .build()));
        return (JsonObject.builder().put("files", objects.build()).build() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    Stamp stamp() {
        return Stamp.of(Digest.of(bytes()));
    }

    boolean shows(FolderListing wanted) {
        return files.keySet().equals(wanted.files().keySet())
                && wanted.files().entrySet().stream().allMatch(file -> holds(file.getKey(), file.getValue()));
    }

    boolean holds(String name, FolderListing.Entry wanted) {
        Item item = files.get(name);
        return item != null && item.digest().equals(wanted.digest());
    }

    /// Whether each object is there with its size and tag.
    ///
    /// @param objects by their paths below the prefix
    boolean isTrueOf(Map<String, StoredObject> objects) {
        return files.keySet().stream().allMatch(name -> isTrueOf(name, objects));
    }

    boolean isTrueOf(String name, Map<String, StoredObject> objects) {
        Item item = files.get(name);
        StoredObject object = objects.get(name);
        return item != null
                && object != null
                && object.size() == item.size()
                && object.tag().equals(item.tag());
    }

    static Map<String, StoredObject> below(String prefix, List<StoredObject> objects) {
        return objects.stream()
                .collect(Collectors.toMap(object -> object.name().substring(prefix.length() + 1), Function.identity()));
    }
}
