package dev.wadachi.task;

/// A task with an effect outside: it fills a database table, a folder, a bucket, a web service.
///
/// What it gives is where that is, and the state in which it left it. At each look-up the state is asked again: while
/// it stands still, the sink is skipped; when somebody changed what is there, it runs. So a sink
///
/// - *is idempotent*: running twice leaves what running once does, for it may be killed at any instant;
/// - *is all or nothing* where the target allows it: readers find what was there before, or all that is new;
/// - *takes secrets from resources* ([Resources#resource]), never as components, which are kept and shown;
/// - *leaves alone what is right*: a target that shows what would be written is not written again.
///
/// ```java
/// record Announce(Task<String> text, String file) implements Sink {
///     public External run(Context in) throws IOException {
///         Path target = in.path(file);
///         Files.writeString(target, in.load(text));
///         return new External(target.toUri(), Stamp.ofFile(target));
///     }
///
///     public Stamp stamp(External left, Resources from) {
///         return Stamp.ofFile(from.path(file));
///     }
/// }
/// ```
///
/// Those that are there: [FolderSink]; `DatabaseSink` and `HttpSink` for tables; `BucketSink` for buckets.
public interface Sink extends Task<External> {

    /// The state that the target is in now.
    ///
    /// @param left what the sink gave
    /// @throws Exception if the target cannot be asked; the sink then runs again
    Stamp stamp(External left, Resources from) throws Exception;
}
