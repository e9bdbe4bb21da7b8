package dev.wadachi.codec;

import dev.wadachi.task.Codec;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.Folder;
import dev.wadachi.task.Scratch;
import dev.wadachi.task.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;

/// A folder as a part for each of its files, named by its path within the folder.
///
/// Contents and names count; times, owners and permissions do not, and folders without files are not kept. Files under
/// the body's own scratch are moved into the store, all others are copied: a task that returns a folder of the project
/// must not lose it. A link counts as the file that it leads to, and is refused when that lies outside the folder.
record FolderCodec() implements Codec<Folder> {

    @Override
    public Class<Folder> type() {
        return Folder.class;
    }

    @Override
    public String id() {
        return "folder";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Encoded encode(Folder value, Scratch scratch) throws IOException {
        return new Encoded.Parts(FolderFiles.encoded(value.path(), scratch));
    }

    /// For readers without a store: under the system's temporary folder.
    @Override
    public Folder decode(Stored stored) throws IOException {
        return laidOut(stored, Files.createTempDirectory("wadachi-folder"));
    }

    @Override
    public Folder decode(Stored stored, Scratch scratch) throws IOException {
        return laidOut(stored, scratch.newFolder());
    }

    private static Folder laidOut(Stored stored, Path folder) throws IOException {
        if (!(stored instanceof Stored.Parts(SortedMap<String, Stored> parts))) {
            throw new IOException("A folder is stored as a part for each file, but here is one blob.");
        }
        for (Map.Entry<String, Stored> part : parts.entrySet()) {
            if (!(part.getValue() instanceof Stored.Whole whole)) {
                throw new IOException("The file " + part.getKey() + " of a folder is stored as parts.");
            }
            FolderFiles.layOut(whole.blob().file(), folder, part.getKey());
        }
        return new Folder(folder);
    }
}
