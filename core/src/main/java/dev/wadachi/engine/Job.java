package dev.wadachi.engine;

import dev.wadachi.store.Lease;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A body that is to run.
///
/// @param node whose
/// @param causes why
/// @param kind what for
/// @param last the highest number in use under the fingerprint when it was decided
/// @param lease the lease, if it had to be waited for and is held already
record Job(
        Node node,
        List<Cause> causes,
        Kind kind,
        int last,
        @Nullable Lease lease) {

    /// What a body runs for.
    enum Kind {
        /// No result stands for the node; one may appear while the job waits.
        MISSING,
        /// Another run was asked for, whatever is there.
        FORCED,
        /// The node is settled, but its bytes are gone and somebody reads them.
        LOST,
        /// A result stands, and is to be compared with what the body gives now.
        VERIFY
    }

    Job withLease(Lease held) {
        return new Job(node, causes, kind, last, held);
    }
}
