package dev.wadachi.task;

import java.io.IOException;
import java.nio.file.Path;

/// Room on the store's own file system, from where a file reaches its place by a rename.
public interface Scratch {

    /// A path at which nothing is yet.
    Path newFile() throws IOException;

    /// A new, empty folder.
    Path newFolder() throws IOException;
}
