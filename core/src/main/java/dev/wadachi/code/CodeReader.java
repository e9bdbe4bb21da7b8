package dev.wadachi.code;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Gives code signatures, from class files as they are while this reader is open.
///
/// Each class file is looked at once per reader, so open one for each run. Thread-safe.
public final class CodeReader implements AutoCloseable {

    private final UserCode userCode;
    private final CodeCache cache;
    private final Map<ClassLoader, LoaderView> views = new HashMap<>();

    private CodeReader(UserCode userCode, CodeCache cache) {
        this.userCode = userCode;
        this.cache = cache;
    }

    /// A reader that begins now.
    ///
    /// @param userCode which classes are the user's own
    /// @param cache what earlier readers learnt, and where this one adds to
    public static CodeReader over(UserCode userCode, CodeCache cache) {
        return new CodeReader(userCode, cache);
    }

    /// The signature of the code that this task reaches.
    ///
    /// @param task the task's class
    /// @param held the runtime classes of its component values: records, sealed variants, enums, and tasks, which are
    ///     opaque (only those of their methods count that this task's own code calls, and what they say of themselves:
    ///     a `toString`, `hashCode` or `equals` that somebody wrote)
    public synchronized CodeSignature of(Class<?> task, Collection<? extends Class<?>> held) {
        return view(LoaderView.deepest(task, held)).signature(Start.of(task, held));
    }

    private LoaderView view(ClassLoader loader) {
        return views.computeIfAbsent(loader, _ -> LoaderView.of(loader, userCode, cache));
    }

    /// Keeps what was learnt for the next reader. A failure to write is no failure: the next one learns it again.
    @Override
    public synchronized void close() {
        views.values().forEach(LoaderView::close);
        views.clear();
    }
}
