package dev.wadachi.remote;

import dev.wadachi.store.Place;
import dev.wadachi.store.StoreOptions;
import dev.wadachi.store.Sync;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder that several machines see, such as a mounted share: itself a store that `--store` opens.
///
/// It is made by [#make] alone: where what holds it is not mounted, a folder of its name would hide what is written.
final class FolderStorage implements ObjectStorage {

    private final Path root;
    private @Nullable Place opened;

    FolderStorage(Path root) {
        this.root = root;
    }

    /// What is done in the folder.
    private interface Work<T> {
        T in(Place place) throws IOException;
    }

    private <T> T reading(Work<T> work) throws IOException {
        return answering(work, "cannot be read");
    }

    private <T> T writing(Work<T> work) throws IOException {
        return answering(work, "cannot be written to; is there room, and may this user write there?");
    }

    private <T> T answering(Work<T> work, String trouble) throws IOException {
        try {
            return work.in(place());
        } catch (Denied absent) {
            throw absent;
        } catch (IOException e) {
            throw new Denied(root + " " + trouble + " (" + reason(e) + ")");
        }
    }

    /// What the operating system says, without the names of files on their way.
    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException said ? said.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    private synchronized Place place() throws IOException {
        Place place = opened;
        if (place == null) {
            if (!Files.isDirectory(root)) {
                throw new Denied("there is no folder " + root + ": is what holds it mounted, and is the location right?"
                        + " `wadachi store push` makes it");
            }
            place = Place.ofFolder(root, StoreOptions.standard());
            opened = place;
        }
        return place;
    }

    @Override
    public void make() throws IOException {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new Denied("the folder " + root + " cannot be made (" + reason(e) + "); is the location right?");
        }
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        return reading(place -> place.read(name));
    }

    @Override
    public boolean download(StoredObject object, Path file) throws IOException {
        return reading(_ -> {
            try {
                Files.copy(root.resolve(object.name()), file);
                return true;
            } catch (NoSuchFileException absent) {
                return false;
            }
        });
    }

    @Override
    public Optional<StoredObject> facts(String name) throws IOException {
        return reading(
                place -> place.facts(name).map(facts -> new StoredObject(name, facts.size(), facts.modified(), "")));
    }

    @Override
    public List<StoredObject> list(String folder) throws IOException {
        return reading(_ -> {
            Path top = root.resolve(folder);
            return Files.isDirectory(top) ? below(top) : List.of();
        });
    }

    private List<StoredObject> below(Path top) throws IOException {
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
        return reading(place -> place.list(folder, Integer.MAX_VALUE));
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        writing(place -> {
            place.put(name, content, Sync.AT_ONCE);
            return true;
        });
    }

    @Override
    public boolean writeIfAbsent(String name, byte[] content) throws IOException {
        return writing(place -> place.putIfAbsent(name, content, Sync.AT_ONCE));
    }

    @Override
    public void upload(String name, Path file) throws IOException {
        writing(place -> {
            Path copy = place.scratch().newFile();
            Files.copy(file, copy);
            place.adopt(name, copy, Sync.AT_ONCE);
            return true;
        });
    }

    @Override
    public boolean move(String from, String to) throws IOException {
        return writing(place -> place.move(from, to));
    }

    @Override
    public void delete(String name) throws IOException {
        writing(place -> place.delete(name));
    }

    @Override
    public String describe() {
        return root.toString();
    }

    @Override
    public synchronized void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
    }
}
