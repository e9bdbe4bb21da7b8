package dev.wadachi.code;

import java.util.Collection;

/// Gives code signatures, from class files as they are while this reader is open.
///
/// Each class file is looked at once per reader, so open one for each run. Thread-safe.
public final class CodeReader implements AutoCloseable {

    private CodeReader() {}

    /// A reader that begins now.
    ///
    /// @param userCode which classes are the user's own
    /// @param cache what earlier readers learnt, and where this one adds to
    public static CodeReader over(UserCode userCode, CodeCache cache) {
        return new CodeReader();
    }

    /// The signature of the code that this task reaches.
    ///
    /// @param task the task's class
    /// @param held the runtime classes of its component values: records, sealed variants, enums, and tasks, which are
    ///     opaque (only those of their methods count that this task's own code calls)
    public CodeSignature of(Class<?> task, Collection<? extends Class<?>> held) {
        return new CodeSignature();
    }

    /// Keeps what was learnt for the next reader. A failure to write is no failure: the next one learns it again.
    @Override
    public void close() {}
}
