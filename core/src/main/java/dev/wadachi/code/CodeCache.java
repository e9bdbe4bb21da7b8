package dev.wadachi.code;

/// What was learnt from class files, kept for the next look: in this process, and in a folder for the next one.
///
/// Thread-safe. Entries are keyed by the bytes of class files and jars; a damaged file is ignored and written anew.
public final class CodeCache {

    private CodeCache() {}

    /// A cache for this process alone.
    public static CodeCache inMemory() {
        return new CodeCache();
    }

    /// A cache that is also kept in this folder, which is created when there is something to keep.
    public static CodeCache in(java.nio.file.Path folder) {
        return new CodeCache();
    }
}
