package dev.wadachi.digest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads every file anew.
record ReadContents() implements Contents {

    @Override
    public Digest ofFile(Path file) throws IOException {
        FolderWalk.requireFile(file);
        return Digest.ofFile(file);
    }

    @Override
    public FolderListing ofFolder(Path folder) throws IOException {
        SortedMap<String, FolderListing.Entry> files = new TreeMap<>();
        for (FolderWalk.Found found : FolderWalk.files(folder)) {
            files.put(
                    found.name(),
                    new FolderListing.Entry(
                            Digest.ofFile(found.path()), found.state().size()));
        }
        return new FolderListing(files);
    }
}
