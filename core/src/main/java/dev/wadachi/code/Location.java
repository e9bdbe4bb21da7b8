package dev.wadachi.code;

import dev.wadachi.digest.FileState;
import java.net.URL;
import java.nio.file.Path;

/// Where a class's bytes lie, as a class loader sees them.
sealed interface Location {

    /// A file in a class folder.
    record InFolder(Path file, FileState state) implements Location {}

    /// An entry of a jar.
    record InJar(Path jar) implements Location {}

    /// Served by a class loader from wherever it keeps its classes: jshell, a compiler's memory, a nested jar.
    record Served(URL url) implements Location {}

    /// Part of the JDK.
    record InJdk() implements Location {}

    /// Not found: an optional dependency, or a class that is gone.
    record Nowhere() implements Location {}
}
