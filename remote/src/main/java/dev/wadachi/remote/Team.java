package dev.wadachi.remote;

import dev.wadachi.store.Format;
import dev.wadachi.store.Place;
import dev.wadachi.store.Remote;
import dev.wadachi.store.Sharing;
import dev.wadachi.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The remote as this process meets it: its storage, what is known of it, and whether it answers.
///
/// A remote that did not answer in spite of all patience is left alone for a while, so that a run of a thousand tasks
/// does not wait a thousand times. One that denied something is not asked that again by this process, nor one of a form
/// that this program cannot read. Each is told once. Thread-safe.
final class Team implements AutoCloseable {

    /// For how long a remote is left alone that did not answer.
    private static final Duration REST = Duration.ofSeconds(30);

    /// What is asked of the remote.
    enum Direction {
        READING,
        WRITING
    }

    /// A request.
    interface Request<T> {
        T make(ObjectStorage storage) throws IOException;
    }

    private final ObjectStorage storage;
    private final Remote remote;
    private final Known known;
    private final Pending pending;
    private final Set<Direction> denied = Collections.synchronizedSet(new HashSet<>());
    private final Set<String> told = Collections.synchronizedSet(new HashSet<>());
    private volatile Consumer<String> people = _ -> {};
    private volatile boolean isResting;
    private volatile long restsSince;
    private boolean isGreeted;
    private boolean isBegun;
    private boolean isClaimed;

    Team(ObjectStorage storage, Remote remote, Place local) throws IOException {
        this.storage = storage;
        this.remote = remote;
        Path folder = local.local("remote")
                .resolve(dev.wadachi.digest.Digest.of(
                                remote.location().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .shortHex());
        this.known = Known.in(folder);
        this.pending = new Pending(folder.resolve("pending"));
    }

    boolean isWritten() {
        return remote.sharing() == Sharing.WRITE;
    }

    Known known() {
        return known;
    }

    Pending pending() {
        return pending;
    }

    String describe() {
        return storage.describe();
    }

    void tellTo(Consumer<String> listener) {
        people = listener;
    }

    /// Tells it once in this process's life.
    void tell(String text) {
        if (told.add(text)) {
            people.accept(text);
        }
    }

    /// The storage, once it is known that this program can read what is there.
    ///
    /// @throws dev.wadachi.store.StoreException if it cannot
    ObjectStorage storage() throws IOException {
        greet();
        return storage;
    }

    private synchronized void greet() throws IOException {
        if (isGreeted) {
            return;
        }
        Optional<byte[]> format = storage.read(Format.NAME);
        if (format.isPresent()) {
            Format.check(format.get(), describe());
        }
        String epoch = CollectionNotes.epoch(storage.children(CollectionNotes.FOLDER));
        known.resetUnless(epoch);
        isBegun = !epoch.isEmpty();
        isGreeted = true;
    }

    /// Makes the place of the remote itself, where it is missing: by a person's word alone.
    void make() throws IOException {
        storage.make();
    }

    /// Says what form the remote has and which one it is, if nobody has said so yet. A new one is announced: it may be
    /// that the location is wrong, or what holds it not there.
    void claim() throws IOException {
        // Whoever listens may hold locks of its own.
        if (isNewlyClaimed()) {
            tell("made a new store at " + describe());
        }
    }

    private synchronized boolean isNewlyClaimed() throws IOException {
        if (isClaimed) {
            return false;
        }
        ObjectStorage there = storage();
        boolean isNew = !known.contains(Format.NAME) && there.writeIfAbsent(Format.NAME, Format.current());
        if (!isBegun) {
            String note = CollectionNotes.newName();
            there.write(note, new byte[0]);
            known.begin(CollectionNotes.epoch(Set.of(note.substring(note.lastIndexOf('/') + 1))));
        }
        known.add(Format.NAME);
        isClaimed = true;
        return isNew;
    }

    /// What the remote answers, or empty if it does not: then what is here has to do, and people are told.
    <T> Optional<T> ask(Direction direction, Request<T> request) {
        if (denied.contains(direction) || isResting && System.nanoTime() - restsSince < REST.toNanos()) {
            return Optional.empty();
        }
        try {
            Optional<T> answer = Optional.of(request.make(storage()));
            isResting = false;
            return answer;
        } catch (Denied e) {
            denied.add(direction);
            tell(goesOn(direction, e));
        } catch (StoreException unusable) {
            // Of a form that this program does not know: it is as if it were not there.
            denied.addAll(List.of(Direction.values()));
            tell("the team's store cannot be used: " + unusable.getMessage()
                    + " Until then, runs go on with what is kept here, and `wadachi store push` brings it there later");
        } catch (IOException e) {
            isResting = true;
            restsSince = System.nanoTime();
            tell(goesOn(direction, e));
        }
        return Optional.empty();
    }

    private String goesOn(Direction direction, IOException trouble) {
        return trouble.getMessage()
                + switch (direction) {
                    case READING -> "; going on with what is kept here";
                    case WRITING -> "; what could not be written there is kept here: `wadachi store push` brings it";
                };
    }

    @Override
    public void close() throws IOException {
        storage.close();
    }
}
