package dev.wadachi.store;

import java.io.IOException;
import java.util.ServiceLoader;

/// Reaches stores that teams share; found by [ServiceLoader], so that this module knows no cloud.
public interface RemoteProvider {

    /// Whether it can reach this one, as its scheme says.
    boolean serves(Remote remote);

    /// One place made of a machine's own and the team's. Closing it closes both.
    ///
    /// @throws StoreException if the remote's location or settings make no sense
    Place join(Place local, Remote remote, StoreOptions options) throws IOException;

    /// The provider for a remote.
    ///
    /// @throws StoreException if there is none
    static RemoteProvider of(Remote remote) {
        return ServiceLoader.load(RemoteProvider.class, RemoteProvider.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.serves(remote))
                .findFirst()
                .orElseThrow(() -> new StoreException("nothing here can reach the store " + remote.location()
                        + ": its scheme is '" + remote.scheme()
                        + "'; s3, gcs, azblob and file come with the module wadachi-remote"));
    }
}
