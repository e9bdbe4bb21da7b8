package dev.wadachi.remote;

import dev.wadachi.store.Collected;
import dev.wadachi.store.Place;
import dev.wadachi.store.Remote;
import dev.wadachi.store.Retention;
import dev.wadachi.store.Roots;
import dev.wadachi.store.Runs;
import dev.wadachi.store.Store;
import dev.wadachi.store.StoreException;
import dev.wadachi.store.StoreOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// A machine's own store and the team's, side by side: what one lacks is brought from the other.
///
/// Everything may be stopped at any instant and begun again: what had come through is known and not moved twice. A
/// remote that cannot be reached is told as [StoreException]. Close it when done.
public final class TeamStore implements AutoCloseable {

    private final Place local;
    private final Team team;
    private final Fetching fetching;
    private final Publishing publishing;

    private TeamStore(Place local, Team team) {
        this.local = local;
        this.team = team;
        this.fetching = new Fetching(local, team);
        this.publishing = new Publishing(local, team);
    }

    /// Two stores. Neither is changed, but for the form of a new one.
    ///
    /// @param folder this machine's own
    /// @param remote the team's
    /// @param people hears what people should know
    /// @throws StoreException if the location or settings of the remote make no sense
    public static TeamStore open(Path folder, Remote remote, Consumer<String> people) {
        Store.open(folder).close();
        return answering(() -> {
            Place local = Place.ofFolder(folder, StoreOptions.standard());
            var team = new Team(Location.of(remote).open(), remote, local);
            team.tellTo(people);
            return new TeamStore(local, team);
        });
    }

    /// Asks the remote for its form, to see whether it can be reached.
    ///
    /// @throws StoreException if it cannot, or this program cannot read what is there
    public void reach() {
        answering(team::storage);
    }

    /// Brings to the team's store what it lacks. Costs no request for what is known to be there.
    public Transferred push(Progress progress) {
        return answering(() -> new Push(local, team, publishing).run(progress));
    }

    /// Brings here what the team has and this machine lacks.
    ///
    /// @param tasks whose results; all, and runs as well, if empty
    /// @param content whether bytes come as well
    public Transferred pull(Set<String> tasks, Content content, Progress progress) {
        return answering(() -> new Pull(local, team, fetching).run(tasks, content, progress));
    }

    /// In what the two differ.
    public Difference compare() {
        return answering(() -> new Comparison(local, team).run());
    }

    /// Reads all that is in the remote, and says what is not as its name says.
    public Checked check(Mending mending, Progress progress) {
        return answering(() -> new Check(local, team, publishing, mending).run(progress));
    }

    /// What a collection of the remote would take away, or takes away: to its trash first, and out of that later.
    ///
    /// Other machines are told before anything goes, so that nobody relies on what is not there any more; what they
    /// write meanwhile is young, and spared.
    ///
    /// @param retention what to keep for how long
    /// @param roots which runs of the remote must stay besides
    public Collected collect(Retention retention, Function<Runs, Roots> roots, Extent extent) {
        return answering(() -> {
            try (Store store = Store.open(HousekeepingPlace.of(local, team.storage()), Clock.systemUTC())) {
                return switch (extent) {
                    case LOOK -> store.collectable(retention, roots.apply(store.runs()));
                    case TAKE -> store.collect(retention, roots.apply(store.runs()));
                };
            }
        });
    }

    /// Tells the machines of a team whose store is this very folder that a collection of it begins, as [#collect] does.
    /// Nothing happens where no team's store was begun.
    public static void announceCollection(Path folder) {
        Path notes = folder.resolve(CollectionNotes.FOLDER);
        if (Files.isDirectory(notes)) {
            try {
                Files.createFile(folder.resolve(CollectionNotes.newName()));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot announce a collection in " + notes, e);
            }
        }
    }

    /// How far a collection goes.
    public enum Extent {
        /// It only looks.
        LOOK,
        /// It takes away.
        TAKE
    }

    /// Where the team's store is, for messages.
    public String describe() {
        return team.describe();
    }

    /// Work that needs the remote.
    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T answering(Work<T> work) {
        try {
            return work.run();
        } catch (Unreachable e) {
            throw new StoreException(e.getMessage() + "; what had come through is kept: the same command goes on");
        } catch (Denied e) {
            throw new StoreException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            team.close();
            local.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the store in " + local.describe(), e);
        }
    }
}
