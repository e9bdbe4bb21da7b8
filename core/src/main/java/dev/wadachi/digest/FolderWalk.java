package dev.wadachi.digest;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Finds the files of a folder, each looked at once. Several threads may look at the same time.
///
/// @param files those found so far
/// @param folders those not looked into yet
public record FolderWalk(Queue<FolderWalk.Found> files, Queue<FolderWalk.Place> folders) {

    /// Each attribute that is asked for costs.
    private static final String UNIX = "unix:size,lastModifiedTime,ctime,ino,mode";

    /// A file.
    ///
    /// @param name its path within the folder, with `/` on every system
    /// @param path where it is
    /// @param state as it was found
    public record Found(String name, Path path, FileState state) {}

    /// A folder on the way.
    ///
    /// @param prefix its path within the first, with a `/` at the end; empty for the first
    /// @param path where it is
    public record Place(String prefix, Path path) {}

    /// What is to be looked at.
    ///
    /// @param name its path within the folder
    /// @param path where it is
    public record Child(String name, Path path) {}

    /// All files, in no order.
    ///
    /// @throws IOException if there is no such folder, or a link in it leads to a folder
    public static List<Found> files(Path folder) throws IOException {
        FolderWalk walk = of(folder);
        while (!walk.folders.isEmpty()) {
            for (Place place : walk.takeFolders()) {
                for (Child child : children(place)) {
                    walk.look(child);
                }
            }
        }
        return List.copyOf(walk.files);
    }

    /// A walk that is about to begin.
    ///
    /// @throws IOException if there is no such folder
    public static FolderWalk of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder + " (there is no such folder)");
        }
        return new FolderWalk(
                new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>(List.of(new Place("", folder))));
    }

    /// The folders that were not looked into yet; they count as looked into from now on.
    public List<Place> takeFolders() {
        List<Place> places = List.copyOf(folders);
        folders.clear();
        return places;
    }

    /// What lies in a folder.
    public static List<Child> children(Place place) throws IOException {
        List<Child> children = new ArrayList<>();
        // Cheaper than the file name as a path: the names of a folder's children are its own, a separator, and theirs.
        int name = place.path().resolve("x").toString().length() - 1;
        try (DirectoryStream<Path> within = Files.newDirectoryStream(place.path())) {
            for (Path child : within) {
                children.add(new Child(place.prefix() + child.toString().substring(name), child));
            }
        }
        return children;
    }

    /// Looks at one of the children: a file is found, a folder is to be looked into.
    public void look(Child child) throws IOException {
        Path path = child.path();
        if (FileState.hasUnixView(path)) {
            Map<String, Object> unix = Files.readAttributes(path, UNIX, LinkOption.NOFOLLOW_LINKS);
            int kind = FileState.kind(unix);
            if (kind == FileState.LINK) {
                linked(child);
            } else {
                put(child, kind == FileState.FOLDER, kind == FileState.REGULAR, FileState.of(unix));
            }
            return;
        }
        BasicFileAttributes basic = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (basic.isSymbolicLink()) {
            linked(child);
        } else {
            put(child, basic.isDirectory(), basic.isRegularFile(), FileState.of(path));
        }
    }

    /// Nothing is said of what is not there.
    ///
    /// @throws IOException if it is a pipe, a socket or a device, whose reading may have no end
    static void requireFile(Path path) throws IOException {
        if (!Files.isRegularFile(path) && Files.exists(path)) {
            throw new IOException(path + " is no regular file, but a "
                    + (Files.isDirectory(path) ? "folder" : "pipe, a socket or a device, which has no lasting content")
                    + "; name a file");
        }
    }

    private void put(Child child, boolean isFolder, boolean isFile, FileState state) throws IOException {
        if (!isFolder && !isFile) {
            requireFile(child.path());
        }
        if (isFolder) {
            folders.add(new Place(child.name() + "/", child.path()));
        } else if (isFile) {
            files.add(new Found(child.name(), child.path(), state));
        }
    }

    /// A circle of folders has no end, so no link to a folder is followed; and what is left out must not go unsaid.
    private void linked(Child child) throws IOException {
        if (Files.isDirectory(child.path())) {
            throw new IOException(child.path() + " is a link to a folder, which is not followed; name that folder"
                    + " itself, or copy it");
        }
        put(child, false, Files.isRegularFile(child.path()), FileState.of(child.path()));
    }
}
