package dev.wadachi.remote;

import dev.wadachi.store.Place;
import dev.wadachi.store.Remote;
import dev.wadachi.store.RemoteProvider;
import dev.wadachi.store.StoreOptions;
import java.io.IOException;

/// Buckets and shared folders, for `ServiceLoader`.
public final class Provider implements RemoteProvider {

    /// For `ServiceLoader`.
    public Provider() {}

    @Override
    public boolean serves(Remote remote) {
        return Location.SCHEMES.contains(remote.scheme());
    }

    @Override
    public Place join(Place local, Remote remote, StoreOptions options) throws IOException {
        Location location = Location.of(remote);
        var team = new Team(location.open(), remote, local);
        var cache = new Cache(local, team, location.cache(), options.clock());
        return new TeamPlace(local, team, cache, LeaseTiming.standard());
    }
}
