package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.task.PublishedName;
import dev.wadachi.task.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Where blobs, traces and runs live: a folder, or a bucket.
///
/// A kill of this process at any instant leaves no wrong hit behind: whatever is written gets its name in one step, a
/// blob before the trace that speaks of it, and what is torn counts as missing. Safe for many threads, and for many
/// processes on one store. I/O trouble is thrown as [UncheckedIOException], a refusal as [StoreException].
public final class Store implements AutoCloseable {

    private final Place place;
    private final Clock clock;
    private final Notices notices = new Notices();
    private final Trash trash;
    private final Blobs blobs;
    private final Traces traces;
    private final Runs runs;
    private final Accepts accepts;
    private final Revocations revocations;
    private final Pins pins;
    private final Publications publications;
    private final Effects effects;
    private final Owner owner;

    private Store(Place place, StoreOptions options) throws IOException {
        Format.check(place);
        this.owner = new Owner(options.project(), options.sight());
        this.place = place;
        this.clock = options.clock();
        this.trash = new Trash(place, notices, clock);
        this.blobs = new Blobs(place, trash, clock);
        this.revocations = new Revocations(place, clock);
        this.runs = new Runs(place, clock, owner);
        this.traces = new Traces(place, trash, revocations, new Belonging(owner, runs));
        this.accepts = new Accepts(place, clock);
        this.pins = new Pins(place, clock);
        this.publications = new Publications(place, owner, revocations, clock);
        this.effects = new Effects(place, clock);
        place.tellTo(notices::tell);
    }

    /// The store in a folder, which is made if it is not there.
    ///
    /// @throws StoreException if the folder holds a store of a newer format, or something else
    public static Store open(Path folder) {
        return open(folder, StoreOptions.standard());
    }

    /// The store in a folder, opened in a certain way.
    ///
    /// @throws StoreException if the folder holds a store of a newer format, or something else
    public static Store open(Path folder, StoreOptions options) {
        try {
            return open(ownFolder(folder, options), options);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open a store in " + folder, e);
        }
    }

    /// The store in a folder, together with the one that a team shares: what is not here is read from there.
    ///
    /// @throws StoreException if either holds a store of a newer format, or nothing on the class path knows the remote
    public static Store open(Path folder, Remote remote, StoreOptions options) {
        RemoteProvider provider = RemoteProvider.of(remote);
        try {
            return open(provider.join(ownFolder(folder, options), remote, options), options);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the store in " + folder + " with " + remote.location(), e);
        }
    }

    /// A folder whose files Git leaves alone from the first on: results are large, and `git add -A` takes all it sees.
    private static Place ownFolder(Path folder, StoreOptions options) throws IOException {
        Place place = Place.ofFolder(folder, options);
        if (place.facts(Format.NAME).isEmpty()) {
            place.putIfAbsent(".gitignore", "*\n".getBytes(StandardCharsets.UTF_8), Sync.BATCHED);
        }
        return place;
    }

    /// The store in any place; closing the store closes the place.
    ///
    /// @throws StoreException if the place holds a store of a newer format, or something else
    public static Store open(Place place, Clock clock) {
        return open(place, StoreOptions.standard().withClock(clock));
    }

    private static Store open(Place place, StoreOptions options) {
        try {
            return new Store(place, options);
        } catch (IOException | StoreException e) {
            closeAfter(e, place);
            if (e instanceof StoreException refusal) {
                throw refusal;
            }
            throw new UncheckedIOException("Cannot open a store in " + place.describe(), (IOException) e);
        }
    }

    private static void closeAfter(Exception failure, Place place) {
        try {
            place.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /// Immutable bytes by digest.
    public Blobs blobs() {
        return blobs;
    }

    /// What happened, by key and fingerprint.
    public Traces traces() {
        return traces;
    }

    /// The runs.
    public Runs runs() {
        return runs;
    }

    /// Who may compute what.
    public Leases leases() {
        return place.leases();
    }

    /// Fingerprint entries that were declared equal.
    public Accepts accepts() {
        return accepts;
    }

    /// Results that were found to be wrong.
    public Revocations revocations() {
        return revocations;
    }

    /// What is kept whatever its age.
    public Pins pins() {
        return pins;
    }

    /// What projects offer each other.
    public Publications publications() {
        return publications;
    }

    /// What sinks did outside.
    public Effects effects() {
        return effects;
    }

    /// The project for which the store was opened, whose runs and results are recorded; empty if for nobody.
    public String project() {
        return owner.project();
    }

    /// The project that did something, if it is another than the one for which the store was opened: people are told
    /// its name.
    ///
    /// @param whose what it is called, as traces, runs and versions say; empty if that is not known
    public Optional<String> otherProject(String whose) {
        return owner.other(whose);
    }

    /// Declares something wrong: it is never a hit again, and what was computed from it is found and marked.
    ///
    /// @param reason why, for people
    /// @param by who says so
    public Revocation revoke(Revocation.Target target, String reason, String by) {
        List<TraceId> covered = switch (target) {
            case Revocation.Target.Result(TraceId id) -> alike(id);
            case Revocation.Target.Bytes _ -> List.of();
        };
        var revocation = new Revocation(target, reason, by, clock.instant(), covered, affectedBy(target));
        revocations.state(revocation);
        return revocation;
    }

    /// The other results under the same fingerprint with the same bytes, newest first.
    private List<TraceId> alike(TraceId id) {
        return traces.find(id).stream()
                .flatMap(wrong -> traces.underFingerprintOf(id).stream()
                        .filter(other -> other.number() != id.number())
                        .filter(other -> other.trace()
                                .output()
                                .digest()
                                .equals(wrong.trace().output().digest())))
                .map(Recorded::id)
                .toList();
    }

    /// Everything that was computed from something, however many steps away, nearest first. Reads all traces.
    public List<TraceId> affectedBy(Revocation.Target target) {
        Predicate<Recorded> wrong = switch (target) {
            case Revocation.Target.Result(TraceId id) ->
                recorded -> recorded.id().equals(id);
            case Revocation.Target.Bytes(Digest output) ->
                recorded -> recorded.trace().output().digest().equals(output);
        };
        return Lineage.affectedBy(wrong, traces);
    }

    /// Everything that was computed from some results, in whatever project, however many steps away, nearest first,
    /// without these themselves. Reads all traces.
    public List<TraceId> computedFrom(Predicate<Recorded> results) {
        return Lineage.affectedBy(results, traces);
    }

    /// Who reads published names, in whatever project, as far as this store knows. Reads all traces and runs.
    public List<Dependent> dependents(Set<PublishedName> names) {
        return Dependents.of(names, this);
    }

    /// Tells somebody what people should know, such as damage that is found, in place of the log. Others may listen at
    /// the same time.
    ///
    /// @param listener takes a sentence; may be called by any thread
    /// @return ends it when closed
    public Listening tell(Consumer<String> listener) {
        return notices.tell(listener);
    }

    /// Room for files on the store's own file system; what is left of it goes when the store is closed.
    public Scratch scratch() {
        return place.scratch();
    }

    /// Removes a file or folder that [#scratch] gave, before the store is closed.
    ///
    /// @throws IllegalArgumentException if it lies elsewhere
    public void discardScratch(Path fileOrFolder) {
        try {
            place.scratch().discard(fileOrFolder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + fileOrFolder, e);
        }
    }

    /// The folder in which a body keeps what it has come to, across failures and kills; made if it is not there.
    public Path checkpoint(Digest fingerprint) {
        try {
            return Files.createDirectories(checkpointFolder(fingerprint));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a checkpoint folder for " + fingerprint.shortHex(), e);
        }
    }

    /// Removes the checkpoint folder of a fingerprint, if there is one: its body has succeeded.
    public void removeCheckpoint(Digest fingerprint) {
        try {
            Trees.delete(checkpointFolder(fingerprint));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the checkpoint folder of " + fingerprint.shortHex(), e);
        }
    }

    private Path checkpointFolder(Digest fingerprint) throws IOException {
        return place.local("checkpoints").resolve(fingerprint.hex());
    }

    /// What a collection would take away, now. Nothing is changed.
    ///
    /// @param retention what to keep for how long
    /// @param roots what else is needed: model versions, aliases
    public Collected collectable(Retention retention, Roots roots) {
        return collector().look(retention, roots);
    }

    /// Takes away what nothing needs: to the trash first, and out of the trash a week later. Safe while others work.
    ///
    /// @param retention what to keep for how long
    /// @param roots what else is needed: model versions, aliases
    public Collected collect(Retention retention, Roots roots) {
        return collector().collect(retention, roots);
    }

    private Collector collector() {
        return new Collector(place, trash, blobs, traces, runs, pins, publications, effects, clock);
    }

    /// Forces everything that was written so far to the disk. Writers do so each second as they go; a run does at its
    /// end.
    public void sync() {
        try {
            place.sync();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot force the files of " + place.describe() + " to the disk", e);
        }
    }

    /// Where this store is, for messages.
    public String describe() {
        return place.describe();
    }

    @Override
    public void close() {
        try {
            place.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the store in " + place.describe(), e);
        }
    }
}
