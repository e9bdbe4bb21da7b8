package dev.wadachi.remote;

import dev.wadachi.store.Place;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Keeps the blobs of this machine's own store within a size, where the team's store has them as well.
///
/// What was not read for longest goes first, and only what is known to be in the remote; nothing that was read within
/// the last hour, because another process may have it open or be about to. Should it be wrong nevertheless, a blob is
/// fetched once more.
final class Cache {

    private static final Duration IN_USE = Duration.ofHours(1);
    private static final double ROOM_TO_LEAVE = 0.9;

    private final Place local;
    private final Team team;
    private final long limit;
    private final Clock clock;

    /// @param limit in bytes
    Cache(Place local, Team team, long limit, Clock clock) {
        this.local = local;
        this.team = team;
        this.limit = limit;
        this.clock = clock;
    }

    private record Kept(String name, Place.Facts facts) {}

    /// Notes that a blob was read, once an hour.
    void read(String name) throws IOException {
        if (limit < Long.MAX_VALUE
                && local.facts(name).filter(facts -> isOld(facts.modified())).isPresent()) {
            local.touch(name);
        }
    }

    private boolean isOld(Instant modified) {
        return modified.isBefore(clock.instant().minus(IN_USE));
    }

    /// Makes room. Several processes may do so at once: what one has removed the other does not find.
    void trim() throws IOException {
        if (limit == Long.MAX_VALUE) {
            return;
        }
        List<Kept> blobs = blobs();
        long bytes = blobs.stream().mapToLong(kept -> kept.facts().size()).sum();
        if (bytes <= limit) {
            return;
        }
        blobs.sort(Comparator.comparing(kept -> kept.facts().modified()));
        for (Kept kept : blobs) {
            if (bytes <= limit * ROOM_TO_LEAVE || !isOld(kept.facts().modified())) {
                return;
            }
            if (team.known().contains(kept.name())) {
                local.delete(kept.name());
                bytes -= kept.facts().size();
            }
        }
    }

    private List<Kept> blobs() throws IOException {
        var blobs = new ArrayList<Kept>();
        for (String start : local.list("blobs", Integer.MAX_VALUE)) {
            for (String rest : local.list("blobs/" + start, Integer.MAX_VALUE)) {
                String name = "blobs/" + start + "/" + rest;
                local.facts(name).ifPresent(facts -> blobs.add(new Kept(name, facts)));
            }
        }
        return blobs;
    }
}
