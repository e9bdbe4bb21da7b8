package dev.wadachi.remote;

import dev.wadachi.store.Place;
import dev.wadachi.store.Publication;
import dev.wadachi.store.Sync;
import dev.wadachi.store.Trace;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Writes single objects of this machine's store to the remote, whatever their kind.
final class Pushing {

    /// What came of an object.
    enum Outcome {
        /// It is there.
        THERE,
        /// Another is there under its name: this one went to the trash, and that one is kept here now.
        ADOPTED,
        /// What is there under its name cannot be read: this one stays, and waits for that to be mended.
        BARRED,
        /// It is not here any more.
        GONE
    }

    private final Place local;
    private final Team team;
    private final Publishing publishing;

    Pushing(Place local, Team team, Publishing publishing) {
        this.local = local;
        this.team = team;
        this.publishing = publishing;
    }

    Outcome push(String name) throws IOException {
        Optional<byte[]> content = local.read(name);
        Outcome outcome = Outcome.GONE;
        if (content.isPresent()) {
            outcome = switch (Kind.of(name)) {
                case TRACE, OFFER -> publishing.numbered(name, content.get()) ? Outcome.THERE : adopt(name);
                case RUN -> {
                    publishing.run(name);
                    yield Outcome.THERE;
                }
                case STATEMENT, EFFECT -> {
                    publishing.statement(name, content.get());
                    yield Outcome.THERE;
                }
                case BLOB -> {
                    publishing.blob(name);
                    yield Outcome.THERE;
                }
                case OWN -> Outcome.GONE;
            };
        }
        team.pending().remove(name);
        return outcome;
    }

    /// Somebody else's result, or version, has this number, and theirs came first: it counts here, too.
    private Outcome adopt(String name) throws IOException {
        Optional<byte[]> theirs = team.storage().read(name);
        if (theirs.filter(content -> isReadable(name, content)).isEmpty()) {
            return Outcome.BARRED;
        }
        String day = "trash/" + LocalDate.now(ZoneOffset.UTC);
        String free = day + "/" + name;
        for (int again = 2; local.facts(free).isPresent(); again++) {
            free = day + "." + again + "/" + name;
        }
        local.move(name, free);
        local.putIfAbsent(name, theirs.get(), Sync.BATCHED);
        team.known().add(Known.entryOf(name, theirs.get()));
        team.tell(name + " was in " + team.describe()
                + (Kind.of(name) == Kind.OFFER
                        ? " already, published from elsewhere; that version counts from now on: publish again. The one"
                                + " from here lies in "
                        : " already, computed elsewhere; that result counts from now on, and the one from here lies in ")
                + free);
        return Outcome.ADOPTED;
    }

    private static boolean isReadable(String name, byte[] content) {
        return Kind.of(name) == Kind.OFFER
                ? Publication.read(content).isPresent()
                : Trace.read(content).isPresent();
    }
}
