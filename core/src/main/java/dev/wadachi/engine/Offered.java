package dev.wadachi.engine;

import dev.wadachi.store.Load;
import dev.wadachi.store.Output;
import dev.wadachi.store.Publication;
import dev.wadachi.store.Store;
import dev.wadachi.task.OutsideException;
import dev.wadachi.task.Published;
import dev.wadachi.task.Violation;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A published version as the value of a source: the very bytes, not a copy.
///
/// @param version what is read
record Offered(Publication version) {

    /// The version that a source reads now.
    ///
    /// @throws OutsideException if it cannot be read, with what to do
    static Offered by(Published<?> source, Node node, Store store) {
        Publication version = new PublishedShelf(store).of(source);
        if (!version.codec().equals(node.codec.id())) {
            throw new OutsideException(version.titleWithSource() + " is a " + version.type() + ", stored as "
                    + version.codec() + ", but " + node.name + " reads a "
                    + node.codec.type().getSimpleName() + ", stored as " + node.codec.id());
        }
        if (store.blobs().open(version.output()).isEmpty()) {
            throw new OutsideException("the bytes of " + version.titleWithSource()
                    + " are gone from the store; let it be run and published again, or read another version");
        }
        return new Offered(version);
    }

    Output output() {
        return version.output();
    }

    /// What the trace says of it.
    Load.Offer load(Published<?> source) {
        return new Load.Offer(version.name(), version.number(), version.result(), new TreeSet<>(source.needs()));
    }

    /// What is wrong with its value, with where it comes from.
    List<Violation> named(List<Violation> violations) {
        return violations.stream()
                .map(violation -> new Violation(
                        "in " + version.titleWithSource() + ", " + violation.expectation(),
                        violation.found(),
                        violation.level()))
                .toList();
    }

    /// A value that cannot be read as the type that the source wants. Computing it again here would not help.
    OutsideException unreadable(RuntimeException failure, Node node) {
        Throwable reason =
                failure instanceof UncheckedIOException read && read.getCause() != null ? read.getCause() : failure;
        return new OutsideException(
                version.titleWithSource() + " is a " + version.type() + " and cannot be read as "
                        + node.codec.type().getSimpleName() + ": " + withoutEnd(reason.getMessage()) + "; let "
                        + node.codec.type().getSimpleName() + " be what was published, read another version, or ask "
                        + version.name().team() + " for one that fits",
                reason);
    }

    private static String withoutEnd(@Nullable String sentence) {
        return String.valueOf(sentence).replaceFirst("[.]$", "");
    }

    /// A value that cannot be read, in the words of whoever can mend that.
    static RuntimeException unreadable(RuntimeException failure, Node node, Store store) {
        return node.task instanceof Published<?> source
                ? new Offered(new PublishedShelf(store).of(source)).unreadable(failure, node)
                : failure;
    }
}
