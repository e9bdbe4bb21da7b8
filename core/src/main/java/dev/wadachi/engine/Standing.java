package dev.wadachi.engine;

import dev.wadachi.store.Mark;
import dev.wadachi.store.Publication;
import dev.wadachi.store.Recorded;
import dev.wadachi.store.Store;
import dev.wadachi.store.TraceId;
import dev.wadachi.task.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What is to be said today of kept results and published versions, whatever was said when they were kept: people
/// revoke results, and publish others of the same bytes.
final class Standing {

    private Standing() {}

    /// The marks that stand for a node's kept result.
    static List<Mark> marks(Node node, Recorded recorded, Store store) {
        List<Mark> marks = new ArrayList<>(affected(recorded.id(), "", store));
        if (node.task instanceof Published<?> source) {
            marks.addAll(marks(new PublishedShelf(store).of(source), store));
        }
        return marks;
    }

    /// The marks of a published version, as they pass to whoever reads it. Why its publisher doubted it stays true for
    /// all that is computed from it.
    static List<Mark> marks(Publication version, Store store) {
        Stream<Mark> published = version.marks().stream()
                .filter(mark -> mark.kind() != Mark.Kind.AFFECTED)
                .map(mark -> new Mark(
                        mark.isPassedOn() ? mark.kind() : Mark.Kind.NOT_REPRODUCIBLE,
                        version.titleWithSource() + " was published although " + mark.because()));
        return Stream.concat(published, affected(version.result(), version.titleWithSource() + " was ", store).stream())
                .toList();
    }

    /// That a result was computed from a revoked one.
    static List<Mark> affected(TraceId result, String what, Store store) {
        return store.revocations().marking(result).stream()
                .map(revocation -> new Mark(
                        Mark.Kind.AFFECTED, what + "computed from a result that was revoked: " + revocation.reason()))
                .toList();
    }
}
