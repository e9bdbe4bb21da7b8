package dev.wadachi.remote;

import dev.wadachi.digest.Digest;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.Layout;
import dev.wadachi.store.Lease;
import dev.wadachi.store.Leases;
import dev.wadachi.store.ProcessIdentity;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Who may compute what, among all machines that write to the remote: an object each, `leases/<fingerprint>.json`,
/// with a counter that its holder moves.
///
/// A lease is taken by writing the object if it is absent, and given back by removing it. One whose counter has not
/// moved for a minute is abandoned: whoever saw that, by its own monotonic clock, removes it and tries to take it. No
/// clocks are compared. Two may remove one after the other and both go on to compute; that costs work and nothing else,
/// because the trace's number decides whose result counts. So, too, a remote that does not answer grants every lease.
final class TeamLeases implements Leases, AutoCloseable {

    private final Leases local;
    private final Team team;
    private final LeaseTiming timing;
    private final Map<Digest, Sighting> sightings = new ConcurrentHashMap<>();
    private final Map<String, Long> held = new ConcurrentHashMap<>();
    private volatile boolean isClosed;
    private @Nullable Thread renewing;

    /// A counter, and since when it has been seen to stand at that.
    private record Sighting(String content, long since) {}

    TeamLeases(Leases local, Team team, LeaseTiming timing) {
        this.local = local;
        this.team = team;
        this.timing = timing;
    }

    @Override
    public Lease acquire(Digest fingerprint) throws InterruptedException {
        Lease mine = local.acquire(fingerprint);
        boolean isTaken = false;
        try {
            while (!take(fingerprint)) {
                Thread.sleep(timing.look());
            }
            isTaken = true;
            return new Held(mine, fingerprint);
        } finally {
            if (!isTaken) {
                mine.close();
            }
        }
    }

    @Override
    public Optional<Lease> tryAcquire(Digest fingerprint) {
        Optional<Lease> mine = local.tryAcquire(fingerprint);
        if (mine.isEmpty()) {
            return mine;
        }
        if (take(fingerprint)) {
            return Optional.of(new Held(mine.get(), fingerprint));
        }
        mine.get().close();
        return Optional.empty();
    }

    private boolean take(Digest fingerprint) {
        String name = nameOf(fingerprint);
        boolean taken = team.ask(Team.Direction.WRITING, storage -> {
                    team.claim();
                    if (storage.writeIfAbsent(name, content(1))) {
                        return true;
                    }
                    return isAbandoned(fingerprint, storage.read(name))
                            && removeAnd(storage, name)
                            && storage.writeIfAbsent(name, content(1));
                })
                .orElse(true);
        if (taken) {
            sightings.remove(fingerprint);
            held.put(name, 1L);
            renew();
        }
        return taken;
    }

    private static boolean removeAnd(ObjectStorage storage, String name) throws java.io.IOException {
        storage.delete(name);
        return true;
    }

    private boolean isAbandoned(Digest fingerprint, Optional<byte[]> object) {
        if (object.isEmpty()) {
            return false;
        }
        String content = new String(object.get(), java.nio.charset.StandardCharsets.UTF_8);
        if (isOfDeadProcessHere(content)) {
            return true;
        }
        long now = System.nanoTime();
        Sighting sighting = sightings.merge(
                fingerprint,
                new Sighting(content, now),
                (before, seen) -> before.content().equals(content) ? before : seen);
        return now - sighting.since() > timing.abandoned().toNanos();
    }

    private static boolean isOfDeadProcessHere(String content) {
        try {
            JsonObject json = Json.parse(content).asObject();
            return new ProcessIdentity(json.text("host"), json.number("pid"), json.number("started")).isGone();
        } catch (JsonException | IllegalArgumentException notOurs) {
            return false;
        }
    }

    private static byte[] content(long counter) {
        ProcessIdentity holder = ProcessIdentity.current();
        return JsonObject.builder()
                .put("host", holder.host())
                .put("pid", holder.pid())
                .put("started", holder.started())
                .put("counter", counter)
                .build()
                .bytes(Layout.COMPACT);
    }

    private static String nameOf(Digest fingerprint) {
        return "leases/" + fingerprint.hex() + ".json";
    }

    /// One thread for all of this process's leases, from the first on.
    private synchronized void renew() {
        if (renewing == null && !isClosed) {
            renewing = Thread.ofVirtual().name("wadachi-renew-leases").start(this::renewAll);
        }
    }

    private void renewAll() {
        while (!isClosed) {
            try {
                Thread.sleep(timing.renewal());
            } catch (InterruptedException closed) {
                return;
            }
            for (String name : held.keySet()) {
                Long counter = held.computeIfPresent(name, (_, before) -> before + 1);
                if (counter != null) {
                    team.ask(Team.Direction.WRITING, storage -> {
                        storage.write(name, content(counter));
                        return true;
                    });
                }
            }
        }
    }

    private void giveBack(Digest fingerprint) {
        String name = nameOf(fingerprint);
        if (held.remove(name) != null) {
            team.ask(Team.Direction.WRITING, storage -> removeAnd(storage, name));
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        if (renewing != null) {
            renewing.interrupt();
        }
    }

    private final class Held implements Lease {
        private final Lease mine;
        private final Digest fingerprint;
        private final AtomicBoolean isOver = new AtomicBoolean();

        Held(Lease mine, Digest fingerprint) {
            this.mine = mine;
            this.fingerprint = fingerprint;
        }

        @Override
        public void close() {
            if (isOver.compareAndSet(false, true)) {
                try {
                    giveBack(fingerprint);
                } finally {
                    mine.close();
                }
            }
        }
    }
}
