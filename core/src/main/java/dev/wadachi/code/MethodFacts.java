package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.util.List;

/// What one method's bytecode says by itself, without looking at any other class.
///
/// @param body digest of instructions, constants, switches and exception table, with the holes left open
/// @param holes in the order of the code
/// @param references in the order of the code, each once
/// @param kind whether somebody wrote it
record MethodFacts(
        MethodKey key, Digest body, List<Hole> holes, List<Reference> references, List<Sighting> sightings, Kind kind) {

    enum Kind {
        WRITTEN,
        /// A record's accessor, `equals`, `hashCode` or `toString` as the compiler makes it: its type says it all.
        IMPLIED
    }

    MethodFacts {
        holes = List.copyOf(holes);
        references = List.copyOf(references);
        sightings = List.copyOf(sightings);
    }
}
