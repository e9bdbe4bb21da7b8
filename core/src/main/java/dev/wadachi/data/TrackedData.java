package dev.wadachi.data;

import dev.wadachi.digest.Contents;
import dev.wadachi.digest.Digest;
import dev.wadachi.digest.FolderListing;
import dev.wadachi.store.FileRead;
import dev.wadachi.store.Pin;
import dev.wadachi.store.RunId;
import dev.wadachi.store.Store;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The data files of a project whose bytes are in its store. Thread-safe as far as the files themselves are.
public final class TrackedData {

    private static final Set<String> LEFT_OUT = Set.of(".git", ".wadachi", "target", "node_modules");

    private final Path project;
    private final Store store;
    private final Contents contents;
    private final Trackable trackable;

    /// @param project the project's root
    /// @param store where bytes go
    /// @param contents tells what files contain
    public TrackedData(Path project, Store store, Contents contents) {
        this.project = project.toAbsolutePath().normalize();
        this.store = store;
        this.contents = contents;
        this.trackable = new Trackable(this.project);
    }

    /// Puts the bytes of a file or folder into the store, writes its pointer beside it, and keeps Git from the data.
    ///
    /// The data itself stays as it is. From now on its bytes are kept, whatever their age.
    ///
    /// @throws DataProblem if there is nothing of that name in the project, it holds no file, or it is not only data:
    ///     a pipe, a pointer, part of what is tracked as a whole, or what Git and the store live by
    public Pointer add(Path data) throws IOException {
        Path absolute = inProject(data);
        trackable.check(absolute, data);
        boolean isFolder = Files.isDirectory(absolute);
        String name = String.valueOf(absolute.getFileName());
        Pointer pointer = isFolder ? addFolder(absolute, name) : addFile(absolute, name);
        Pin.Target target = new Pin.Target.Data(pointer.digest(), pointer.kind());
        if (store.pins().all().values().stream().noneMatch(pin -> pin.target().equals(target))) {
            String user = System.getProperty("user.name", "unknown");
            store.pins().pin(new Pin(target, "wadachi data add " + shown(absolute), user, Instant.now()));
        }
        store.sync();
        Files.write(absolute.resolveSibling(name + Pointer.ENDING), pointer.json());
        ignore(absolute.resolveSibling(".gitignore"), "/" + name + (isFolder ? "/" : ""));
        return pointer;
    }

    private Pointer addFile(Path file, String name) throws IOException {
        Digest digest = keep(file, contents.ofFile(file), Files.size(file));
        return new Pointer(name, FileRead.Kind.FILE, digest, Files.size(file), 1);
    }

    private Pointer addFolder(Path folder, String name) throws IOException {
        FolderListing listing = contents.ofFolder(folder).requirePortable();
        if (listing.files().isEmpty()) {
            throw new DataProblem("the folder " + folder + " holds no file");
        }
        for (Map.Entry<String, FolderListing.Entry> file : listing.files().entrySet()) {
            FolderListing.Entry entry = file.getValue();
            keep(folder.resolve(file.getKey()), entry.digest(), entry.size());
        }
        // One that is damaged makes way.
        if (store.blobs().listing(listing.digest()).isEmpty()) {
            store.blobs().put(listing.text().getBytes(StandardCharsets.UTF_8));
        }
        return new Pointer(
                name,
                FileRead.Kind.FOLDER,
                listing.digest(),
                listing.bytes(),
                listing.files().size());
    }

    private Digest keep(Path file, Digest digest, long size) throws IOException {
        if (store.blobs().find(digest, size).isPresent()) {
            return digest;
        }
        Path copy = store.scratch().newFile();
        Files.copy(file, copy);
        Digest kept = store.blobs().adopt(copy).digest();
        if (!kept.equals(digest)) {
            throw new DataProblem(file + " changed while it was added; add it again when nobody writes to it");
        }
        return kept;
    }

    private static void ignore(Path gitignore, String line) throws IOException {
        String before = Files.exists(gitignore) ? Files.readString(gitignore) : "";
        if (before.lines().noneMatch(line::equals)) {
            String separator = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
            Files.writeString(gitignore, before + separator + line + "\n");
        }
    }

    /// All data of the project that has a pointer, by path, and how it stands.
    public List<Tracked> all() throws IOException {
        List<Path> pointers = new ArrayList<>();
        Files.walkFileTree(project, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                boolean isData = Files.isRegularFile(folder.resolveSibling(name + Pointer.ENDING));
                return !folder.equals(project) && (LEFT_OUT.contains(name) || isData)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(Pointer.ENDING) && attributes.isRegularFile()) {
                    pointers.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        pointers.sort(null);
        List<Tracked> all = new ArrayList<>();
        for (Path pointer : pointers) {
            all.add(of(pointer));
        }
        return all;
    }

    /// One of them, by its data's path or its pointer's.
    ///
    /// @throws DataProblem if it has no pointer
    public Tracked find(Path dataOrPointer) throws IOException {
        Path absolute = inProject(dataOrPointer);
        Path pointer = absolute.toString().endsWith(Pointer.ENDING)
                ? absolute
                : absolute.resolveSibling(absolute.getFileName() + Pointer.ENDING);
        if (!Files.isRegularFile(pointer)) {
            throw new DataProblem(
                    "there is no pointer " + shown(pointer) + "; write one: wadachi data add " + shown(absolute));
        }
        return of(pointer);
    }

    private Tracked of(Path file) throws IOException {
        Pointer pointer = Pointer.read(file);
        Path data = file.resolveSibling(pointer.path());
        return new Tracked(file, data, pointer, state(data, pointer), keeping(pointer));
    }

    private Tracked.State state(Path data, Pointer pointer) throws IOException {
        if (!Files.exists(data)) {
            return Tracked.State.MISSING;
        }
        return current(data).filter(pointer.digest()::equals).isPresent()
                ? Tracked.State.UNCHANGED
                : Tracked.State.CHANGED;
    }

    private Optional<Digest> current(Path data) throws IOException {
        if (Files.isRegularFile(data)) {
            return Optional.of(contents.ofFile(data));
        }
        return Files.isDirectory(data) ? Optional.of(contents.ofFolder(data).digest()) : Optional.empty();
    }

    private Tracked.Keeping keeping(Pointer pointer) {
        Optional<FolderListing> kept = listing(pointer);
        boolean all = kept.isPresent()
                && kept.get().files().values().stream()
                        .allMatch(file ->
                                store.blobs().find(file.digest(), file.size()).isPresent());
        return all ? Tracked.Keeping.KEPT : Tracked.Keeping.NOT_KEPT;
    }

    /// The files that a pointer names; a single one goes by its name. Empty if the store does not know them.
    private Optional<FolderListing> listing(Pointer pointer) {
        if (pointer.kind() == FileRead.Kind.FILE) {
            String name = pointer.path().substring(pointer.path().lastIndexOf('/') + 1);
            SortedMap<String, FolderListing.Entry> one = new TreeMap<>();
            one.put(name, new FolderListing.Entry(pointer.digest(), pointer.bytes()));
            return Optional.of(new FolderListing(one));
        }
        return store.blobs().listing(pointer.digest());
    }

    /// Which files are not as the pointer says.
    ///
    /// @throws DataProblem if the store does not have the folder's listing
    public List<FileChange> changes(Tracked tracked) throws IOException {
        SortedMap<String, FolderListing.Entry> before = listing(tracked.pointer())
                .orElseThrow(() -> notKept(tracked.pointer()))
                .files();
        SortedMap<String, FolderListing.Entry> after = present(tracked.data()).files();
        List<FileChange> changes = new ArrayList<>();
        before.forEach((path, entry) -> {
            FolderListing.Entry now = after.get(path);
            if (now == null) {
                changes.add(new FileChange(FileChange.Kind.REMOVED, path, entry.size(), 0));
            } else if (!now.digest().equals(entry.digest())) {
                changes.add(new FileChange(FileChange.Kind.CHANGED, path, entry.size(), now.size()));
            }
        });
        after.forEach((path, entry) -> {
            if (!before.containsKey(path)) {
                changes.add(new FileChange(FileChange.Kind.ADDED, path, 0, entry.size()));
            }
        });
        return changes;
    }

    private FolderListing present(Path data) throws IOException {
        if (Files.isDirectory(data)) {
            return contents.ofFolder(data);
        }
        SortedMap<String, FolderListing.Entry> one = new TreeMap<>();
        if (Files.exists(data)) {
            one.put(
                    String.valueOf(data.getFileName()),
                    new FolderListing.Entry(contents.ofFile(data), Files.size(data)));
        }
        return new FolderListing(one);
    }

    /// The bytes that a pointer names, as a local file for reading only.
    ///
    /// @throws DataProblem if the store does not have them, or they are a folder's
    public Path kept(Pointer pointer) throws IOException {
        if (pointer.kind() == FileRead.Kind.FOLDER) {
            throw new DataProblem(pointer.path() + " is a folder");
        }
        return store.blobs()
                .find(pointer.digest())
                .orElseThrow(() -> notKept(pointer))
                .file();
    }

    /// What the sources of a run read: paths relative to the project, and which bytes were there.
    public List<Pointer> inputs(RunId run) {
        List<Pointer> inputs = new ArrayList<>();
        store.runs()
                .reads(run, read -> inputs.add(new Pointer(read.path(), read.kind(), read.digest(), read.bytes(), 1)));
        return inputs.stream().distinct().toList();
    }

    /// Brings data to where it was, exactly: what else lies in a folder goes.
    ///
    /// @param pointer what to bring; its path is relative to the project
    /// @return whether anything had to be done
    /// @throws DataProblem if the store lacks the bytes, if it lies outside the project, or if data would be
    ///     overwritten that the store does not hold
    public boolean checkout(Pointer pointer, Placement placement, Overwriting overwriting) throws IOException {
        Path data = inProject(project.resolve(pointer.path()));
        if (current(data).filter(pointer.digest()::equals).isPresent()) {
            return false;
        }
        if (keeping(pointer) == Tracked.Keeping.NOT_KEPT) {
            throw notKept(pointer);
        }
        FolderListing listing = listing(pointer).orElseThrow(() -> notKept(pointer));
        FolderListing present = present(data);
        if (overwriting == Overwriting.REFUSED) {
            refuseLosses(data, present);
        }
        if (pointer.kind() == FileRead.Kind.FILE) {
            if (Files.isDirectory(data)) {
                throw new DataProblem(shown(data) + " is a folder here, but was a file; move it away first");
            }
            place(pointer.digest(), data, placement);
            return true;
        }
        if (Files.isRegularFile(data)) {
            throw new DataProblem(shown(data) + " is a file here, but was a folder; move it away first");
        }
        for (String path : present.files().keySet()) {
            if (!listing.files().containsKey(path)) {
                Files.delete(inProject(data.resolve(path)));
            }
        }
        for (Map.Entry<String, FolderListing.Entry> file : listing.files().entrySet()) {
            if (!file.getValue().equals(present.files().get(file.getKey()))) {
                place(file.getValue().digest(), inProject(data.resolve(file.getKey())), placement);
            }
        }
        return true;
    }

    private void refuseLosses(Path data, FolderListing present) {
        List<String> lost = present.files().entrySet().stream()
                .filter(file -> store.blobs()
                        .find(file.getValue().digest(), file.getValue().size())
                        .isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (!lost.isEmpty()) {
            String more = lost.size() > 1 ? " and " + (lost.size() - 1) + " more" : "";
            throw new DataProblem(shown(data) + " holds what the store does not: " + lost.getFirst() + more
                    + "; keep it with `wadachi data add " + shown(data) + "`, or overwrite it with --force");
        }
    }

    private void place(Digest digest, Path file, Placement placement) throws IOException {
        Path folder = file.resolveSibling("");
        Files.createDirectories(folder);
        requireReallyInProject(folder);
        Path stored = store.blobs().find(digest).orElseThrow().file();
        Path beside = folder.resolve("." + file.getFileName() + ".unfinished");
        Files.deleteIfExists(beside);
        try {
            if (placement == Placement.COPY || !linked(stored, beside)) {
                Files.copy(stored, beside);
                if (!beside.toFile().setWritable(true)) {
                    throw new IOException("cannot make " + beside + " writable");
                }
            }
            if (!Digest.ofFile(beside).equals(digest)) {
                throw new DataProblem("the stored bytes " + digest.shortHex() + " of " + shown(file)
                        + " are damaged; run `wadachi gc` or bring them from a shared store");
            }
            Files.move(beside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static boolean linked(Path stored, Path name) {
        try {
            Files.createLink(name, stored);
            return true;
        } catch (IOException | UnsupportedOperationException noLinks) {
            return false;
        }
    }

    private DataProblem notKept(Pointer pointer) {
        return new DataProblem("the store does not have the bytes of " + pointer.path() + " ("
                + pointer.digest().shortHex() + "): they were never added with `wadachi data add`, or lie in another"
                + " store; run `wadachi store push` where they were added, which brings them to the team's store");
    }

    private Path inProject(Path path) {
        Path absolute = project.resolve(path).toAbsolutePath().normalize();
        if (absolute.equals(project)) {
            throw new DataProblem(path + " is the project itself; name the files and folders in it that hold data");
        }
        if (!absolute.startsWith(project)) {
            throw new DataProblem(path + " does not lie in the project " + project);
        }
        trackable.machinery(absolute).ifPresent(name -> {
            throw Trackable.machinery(shown(absolute), name);
        });
        return absolute;
    }

    /// A link on the way may lead out although the path does not.
    private void requireReallyInProject(Path folder) throws IOException {
        if (!folder.toRealPath().startsWith(project.toRealPath())
                || Files.isSymbolicLink(folder) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new DataProblem(folder + " leads out of the project through a link");
        }
        trackable.requireNoWayToMachinery(folder);
    }

    private String shown(Path path) {
        return (path.startsWith(project) ? project.relativize(path) : path)
                .toString()
                .replace(File.separatorChar, '/');
    }
}
