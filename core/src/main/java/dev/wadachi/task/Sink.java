package dev.wadachi.task;

/// A task with an effect outside: it fills a database table, a folder, a bucket, a web service.
///
/// What it gives is where that is, and the state in which it left it. At each look-up the state is asked again: while
/// it stands still, and no other sink acted on the same target since, the sink is skipped; else it runs. Two sinks of
/// one run that act on the same target are refused before anything runs: each would undo what the other did. So a sink
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
///     public String target(Resources from) {
///         return "file " + from.path(file);
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

    /// What the sink acts on: a text that is the same in each run, different for what is different, and holds no
    /// secret, such as `database:warehouse/forecast`.
    ///
    /// @throws Exception if the configuration does not tell; the sink then fails
    String target(Resources from) throws Exception;

    /// The state that the target is in now.
    ///
    /// @param left what the sink gave
    /// @throws Exception if the target cannot be asked; the sink then runs again
    Stamp stamp(External left, Resources from) throws Exception;
}
