package dev.wadachi.remote;

import dev.wadachi.store.Leases;
import dev.wadachi.store.Place;
import dev.wadachi.store.ScratchFolder;
import dev.wadachi.store.Sync;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

/// A machine's own store and the team's as one place.
///
/// *Reading*: what is here is taken from here, without a request. What is not is fetched and kept. *Listing*: one
/// fingerprint's traces, and what people said of results, are looked up there as well; the wide listings (tasks, runs)
/// show what this machine has, for to show all of a team's would cost a request each. *Writing*: here first; there too,
/// where this machine writes, and pending if that fails. A trace is the exception: its number is claimed there first,
/// so that of two machines the first wins; a remote that does not answer is no reason to lose it.
///
/// Nothing here fails because the remote does. Thread-safe.
public final class TeamPlace implements Place {

    /// How long what people said elsewhere may take to be seen here.
    private static final Duration STATEMENTS_LAST = Duration.ofSeconds(30);

    private final Place local;
    private final Team team;
    private final Fetching fetching;
    private final Publishing publishing;
    private final TeamLeases leases;
    private final Cache cache;
    private final ConcurrentMap<String, Listed> statements = new ConcurrentHashMap<>();

    /// What a folder held, and when, by the monotonic clock.
    private record Listed(List<String> names, long at) {}

    TeamPlace(Place local, Team team, Cache cache, LeaseTiming timing) {
        this.cache = cache;
        this.local = local;
        this.team = team;
        this.fetching = new Fetching(local, team);
        this.publishing = new Publishing(local, team);
        this.leases = new TeamLeases(local.leases(), team, timing);
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        Optional<byte[]> here = local.read(name);
        if (here.isPresent()) {
            noteReading(name);
            return here;
        }
        return switch (Kind.of(name)) {
            case TRACE, STATEMENT, OFFER, EFFECT, RUN -> fetching.text(name);
            case BLOB -> fetching.blob(name) ? local.read(name) : Optional.empty();
            case OWN -> Optional.empty();
        };
    }

    private void noteReading(String name) throws IOException {
        if (Kind.of(name) == Kind.BLOB) {
            cache.read(name);
        }
    }

    @Override
    public Optional<Facts> facts(String name) throws IOException {
        Optional<Facts> here = local.facts(name);
        return here.isPresent() || Kind.of(name) == Kind.OWN
                ? here
                : fetching.facts(name).map(object -> new Facts(object.size(), object.modified()));
    }

    @Override
    public Optional<Facts> factsNear(String name) throws IOException {
        return local.facts(name);
    }

    @Override
    public void touch(String name) throws IOException {
        local.touch(name);
    }

    @Override
    public Optional<Path> file(String name) throws IOException {
        Optional<Path> here = local.file(name);
        noteReading(name);
        return here.isPresent() || Kind.of(name) != Kind.BLOB || !fetching.blob(name) ? here : local.file(name);
    }

    @Override
    public List<String> list(String folder, int limit) throws IOException {
        List<String> here = local.list(folder, limit);
        List<String> there = switch (Kind.of(folder)) {
            case TRACE -> Kind.isHistory(folder) ? children(folder) : List.of();
            case STATEMENT, OFFER -> statements(folder);
            // What somebody else did outside just now counts at once.
            case EFFECT -> children(folder);
            case BLOB, RUN, OWN -> List.of();
        };
        if (there.isEmpty()) {
            return here;
        }
        var both = new TreeSet<>(here);
        both.addAll(there);
        return both.stream().limit(limit).toList();
    }

    @Override
    public Optional<List<String>> listNear(String folder, int limit) throws IOException {
        return Kind.isHistory(folder) ? Optional.of(local.list(folder, limit)) : Optional.empty();
    }

    @Override
    public int countAfar(String folder) throws IOException {
        int count = 0;
        for (StoredObject object : team.ask(Team.Direction.READING, storage -> storage.list(folder))
                .orElse(List.of())) {
            if (local.facts(object.name()).isEmpty()) {
                count++;
            }
        }
        return count;
    }

    private List<String> statements(String folder) {
        long now = System.nanoTime();
        Listed before = statements.get(folder);
        if (before != null && now - before.at() < STATEMENTS_LAST.toNanos()) {
            return before.names();
        }
        List<String> names = children(folder);
        statements.put(folder, new Listed(names, now));
        return names;
    }

    private List<String> children(String folder) {
        return team.ask(Team.Direction.READING, storage -> storage.children(folder))
                .orElse(List.of());
    }

    @Override
    public List<String> newest(String folder, int limit) throws IOException {
        return local.newest(folder, limit);
    }

    @Override
    public boolean putIfAbsent(String name, byte[] content, Sync sync) throws IOException {
        if (!team.isWritten()) {
            return local.putIfAbsent(name, content, sync);
        }
        return switch (Kind.of(name)) {
            case TRACE, OFFER -> putNumbered(name, content, sync);
            case STATEMENT, EFFECT -> {
                boolean isMine = local.putIfAbsent(name, content, sync);
                publish(name, () -> publishing.statement(name, content));
                yield isMine;
            }
            case RUN -> {
                boolean isMine = local.putIfAbsent(name, content, sync);
                if (name.endsWith("/run.json")) {
                    publish(name, () -> {
                        publishing.run(name);
                        return true;
                    });
                    publishPending();
                }
                yield isMine;
            }
            case BLOB, OWN -> local.putIfAbsent(name, content, sync);
        };
    }

    private boolean putNumbered(String name, byte[] content, Sync sync) throws IOException {
        if (local.facts(name).isPresent()) {
            return false;
        }
        Optional<Boolean> isMine = team.ask(Team.Direction.WRITING, _ -> publishing.numbered(name, content));
        if (isMine.isEmpty()) {
            boolean put = local.putIfAbsent(name, content, sync);
            if (put) {
                team.pending().add(name);
            }
            return put;
        }
        if (!isMine.get()) {
            fetching.text(name);
            return false;
        }
        local.putIfAbsent(name, content, sync);
        return true;
    }

    /// Something that is written to the remote.
    private interface Writing {
        boolean write() throws IOException;
    }

    private void publish(String name, Writing writing) throws IOException {
        if (team.ask(Team.Direction.WRITING, _ -> writing.write()).isEmpty()) {
            team.pending().add(name);
        } else {
            team.pending().remove(name);
        }
    }

    /// What earlier runs could not write. Nothing is said of what still cannot be: that was said before.
    private void publishPending() throws IOException {
        var again = new Pushing(local, team, publishing);
        for (String name : team.pending().names()) {
            if (team.ask(Team.Direction.WRITING, _ -> again.push(name)).isEmpty()) {
                return;
            }
        }
    }

    @Override
    public void put(String name, byte[] content, Sync sync) throws IOException {
        local.put(name, content, sync);
    }

    @Override
    public void adopt(String name, Path file, Sync sync) throws IOException {
        local.adopt(name, file, sync);
    }

    @Override
    public boolean move(String from, String to) throws IOException {
        return local.move(from, to);
    }

    @Override
    public boolean delete(String name) throws IOException {
        return local.delete(name);
    }

    @Override
    public Appender append(String name) throws IOException {
        return local.append(name);
    }

    @Override
    public void sync() throws IOException {
        local.sync();
    }

    @Override
    public Leases leases() {
        return team.isWritten() ? leases : local.leases();
    }

    @Override
    public ScratchFolder scratch() {
        return local.scratch();
    }

    @Override
    public Path local(String folder) {
        return local.local(folder);
    }

    @Override
    public void sweep() throws IOException {
        local.sweep();
    }

    @Override
    public void tellTo(Consumer<String> people) {
        local.tellTo(people);
        team.tellTo(people);
    }

    @Override
    public String describe() {
        return local.describe() + " with " + team.describe();
    }

    @Override
    public void close() throws IOException {
        try {
            leases.close();
            if (fetching.hasFetched()) {
                cache.trim();
            }
        } finally {
            try {
                team.close();
            } finally {
                local.close();
            }
        }
    }
}
