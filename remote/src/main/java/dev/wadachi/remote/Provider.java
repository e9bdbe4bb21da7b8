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
        return new TeamPlace(local, new Team(Location.of(remote).open(), remote, local), LeaseTiming.standard());
    }
}
