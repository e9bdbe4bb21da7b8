package dev.wadachi.remote;

import dev.wadachi.store.Place;
import dev.wadachi.store.StoreOptions;
import dev.wadachi.store.Sync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder that several machines see, such as a mounted share: itself a store that `--store` opens.
final class FolderStorage implements ObjectStorage {

    private final Path root;
    private final Place place;

    FolderStorage(Path root) throws IOException {
        this.root = root;
        this.place = Place.ofFolder(root, StoreOptions.standard());
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        return place.read(name);
    }

    @Override
    public boolean download(StoredObject object, Path file) throws IOException {
        try {
            Files.copy(root.resolve(object.name()), file);
            return true;
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    @Override
    public Optional<StoredObject> facts(String name) throws IOException {
        return place.facts(name).map(facts -> new StoredObject(name, facts.size(), facts.modified(), ""));
    }

    @Override
    public List<StoredObject> list(String folder) throws IOException {
        Path top = root.resolve(folder);
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        var found = new ArrayList<StoredObject>();
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
                if (facts.isRegularFile()) {
                    String name = root.relativize(file).toString().replace('\\', '/');
                    found.add(new StoredObject(
                            name, facts.size(), facts.lastModifiedTime().toInstant(), ""));
                }
            }
        }
        return found;
    }

    @Override
    public List<String> children(String folder) throws IOException {
        return place.list(folder, Integer.MAX_VALUE);
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        place.put(name, content, Sync.AT_ONCE);
    }

    @Override
    public boolean writeIfAbsent(String name, byte[] content) throws IOException {
        return place.putIfAbsent(name, content, Sync.AT_ONCE);
    }

    @Override
    public void upload(String name, Path file) throws IOException {
        Path copy = place.scratch().newFile();
        Files.copy(file, copy);
        place.adopt(name, copy, Sync.AT_ONCE);
    }

    @Override
    public boolean move(String from, String to) throws IOException {
        return place.move(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        place.delete(name);
    }

    @Override
    public String describe() {
        return place.describe();
    }

    @Override
    public void close() throws IOException {
        place.close();
    }
}
