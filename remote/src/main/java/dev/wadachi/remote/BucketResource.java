package dev.wadachi.remote;

import dev.wadachi.store.Remote;
import dev.wadachi.store.Sharing;
import dev.wadachi.task.OutsideException;
import dev.wadachi.task.Resources;
import java.util.HashMap;
import java.util.Map;

/// A bucket as a resource describes it: a location, how it is reached, and credentials if they are not the usual ones.
final class BucketResource {

    private static final Map<String, String> CREDENTIALS = Map.of(
            "access-key-id", "access_key_id",
            "secret-access-key", "secret_access_key",
            "session-token", "session_token");

    private BucketResource() {}

    static Location of(String name, Resources from) {
        Map<String, String> settings = new HashMap<>();
        Map<?, ?> said = from.resource(Map.class, name);
        said.forEach((key, value) -> settings.put(key.toString(), value.toString()));
        String location = settings.remove("location");
        if (location == null) {
            throw new OutsideException("the resource '" + name + "' is to have a location such as s3://bucket/prefix");
        }
        Map<String, String> credentials = new HashMap<>();
        CREDENTIALS.forEach((ours, theirs) -> {
            String secret = settings.remove(ours);
            if (secret != null) {
                credentials.put(theirs, secret);
            }
        });
        Remote remote = Remote.of(location, Sharing.WRITE);
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            remote = remote.with(setting.getKey(), setting.getValue());
        }
        return Location.of(remote).with(credentials);
    }
}
