package dev.wadachi.engine;

import dev.wadachi.code.CodeChange;
import dev.wadachi.task.PublishedName;
import java.util.List;

/// Why a task is not a hit.
public sealed interface Cause {

    /// The cause as a person would say it, such as `parameter lags changed: 52 → 53`.
    default String text() {
        return switch (this) {
            case NeverRan() -> "no result yet";
            case CodeChanged _ -> "code changed";
            case EntryChanged(String entry, String before, String after) -> EntryText.changed(entry, before, after);
            case UpstreamChanged(String component, String task) -> "upstream " + component + " changed (" + task + ")";
            case LoadChanged(String task) -> "the value of " + task + ", which it loads, changed";
            case SeedChanged(long before, long after) -> "seed changed: " + before + " → " + after;
            case OutputLost(String digest) -> "its stored value is gone (blob " + digest + ")";
            case OutsideChanged(String uri) -> "what it left at " + uri + " is no longer as it left it";
            case TargetTaken(String target, String how) -> target + " " + how;
            case Revoked(String reason) -> "its result was revoked: " + reason;
            case Forced(String flag) -> "asked for by " + flag;
            case VersionMoved(PublishedName name, int from, int to, String source, var _) ->
                name + " moved from version " + from + " to " + to + " (" + source + ")";
            case Unasked(String why) -> "its source cannot be asked: " + why;
        };
    }

    /// Whether people may declare that it leaves the result as it is.
    default boolean mayBeAccepted() {
        return switch (this) {
            case CodeChanged _ -> true;
            case EntryChanged(String entry, String _, String _) -> Accepting.isAcceptable(entry);
            case NeverRan _,
                    UpstreamChanged _,
                    LoadChanged _,
                    SeedChanged _,
                    OutputLost _,
                    OutsideChanged _,
                    TargetTaken _,
                    Revoked _,
                    Forced _,
                    VersionMoved _,
                    Unasked _ -> false;
        };
    }

    /// Nothing of this name and these parameters was ever kept.
    record NeverRan() implements Cause {}

    /// The code that the task can reach is other than it was.
    ///
    /// @param change the methods that differ; empty when the earlier code is no longer known
    record CodeChanged(CodeChange change) implements Cause {}

    /// Another entry of the fingerprint differs.
    ///
    /// @param entry the entry's name
    /// @param before its value then; empty if it was not there
    /// @param after its value now; empty if it is not there
    record EntryChanged(String entry, String before, String after) implements Cause {}

    /// An upstream gave, or may give, other bytes.
    ///
    /// @param component the component that holds the upstream
    /// @param task the upstream's label
    record UpstreamChanged(String component, String task) implements Cause {}

    /// A task that the body loads while it runs gave other bytes.
    ///
    /// @param task the loaded task's label
    record LoadChanged(String task) implements Cause {}

    /// The body draws random numbers, and the run's seed is another.
    ///
    /// @param before the seed then
    /// @param after the seed now
    record SeedChanged(long before, long after) implements Cause {}

    /// The result is known but its bytes are gone, and somebody reads them.
    ///
    /// @param digest the blob's digest, shortened
    record OutputLost(String digest) implements Cause {}

    /// The output that stays outside was changed there.
    ///
    /// @param uri where it is
    record OutsideChanged(String uri) implements Cause {}

    /// What a sink did to its target is not the last thing that was done to it, or may not be.
    ///
    /// @param target what it acts on
    /// @param how who acted on it since, as the rest of the sentence
    record TargetTaken(String target, String how) implements Cause {}

    /// The result was found to be wrong.
    ///
    /// @param reason what was said about it
    record Revoked(String reason) implements Cause {}

    /// The user asked for it.
    ///
    /// @param flag such as `--rerun Train`
    record Forced(String flag) implements Cause {}

    /// A published name that the source reads stands for other bytes now.
    ///
    /// @param name the name
    /// @param from the version then
    /// @param to the version now
    /// @param source the project and the goal that published it
    /// @param there why, in the project that published it, a line each; empty if it is not known
    record VersionMoved(PublishedName name, int from, int to, String source, List<String> there) implements Cause {
        /// Keeps an unmodifiable copy.
        public VersionMoved {
            there = List.copyOf(there);
        }
    }

    /// The source could not be asked for its stamp.
    ///
    /// @param why what went wrong
    record Unasked(String why) implements Cause {}
}
