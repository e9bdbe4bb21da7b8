package dev.wadachi.remote;

import dev.wadachi.store.Remote;
import dev.wadachi.store.StoreException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a remote is and how it is reached: its location taken apart, its settings checked, the environment asked for
/// the rest.
///
/// Credentials are none of its business. OpenDAL finds them by the chain that the cloud's own tools use: environment
/// variables, profile files, web identity, the machine's role.
///
/// @param service OpenDAL's name of the protocol, or `file`
/// @param bucket the bucket's name, or empty for a folder
/// @param path the prefix in the bucket, or the folder
/// @param text the location as it was written, for messages
/// @param settings OpenDAL's settings
/// @param patience how long a request may take
/// @param backoff how requests are made again
/// @param cache to how many bytes this machine keeps blobs that are there as well
record Location(
        String service,
        String bucket,
        String path,
        String text,
        Map<String, String> settings,
        Duration patience,
        Backoff backoff,
        long cache) {

    static final List<String> SCHEMES = List.of("s3", "gcs", "azblob", "file");

    private static final int HIGHEST_PORT = 65_535;

    private static final List<String> SETTINGS =
            List.of("endpoint", "region", "path-style", "timeout", "attempts", "cache");

    static Location of(Remote remote) {
        return of(remote, System::getenv);
    }

    /// @param environment the variable of a name, or null
    /// @throws StoreException with everything that is wrong
    static Location of(Remote remote, Function<String, @Nullable String> environment) {
        var unknown = new TreeSet<>(remote.settings().keySet());
        SETTINGS.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new StoreException("there is no setting " + String.join(", ", unknown) + " for the store "
                    + remote.location() + "; there are: " + String.join(", ", SETTINGS));
        }
        URI uri = uri(remote.location());
        if (!SCHEMES.contains(remote.scheme())) {
            throw new StoreException("the store '" + remote.location() + "' is no location: write s3://bucket/prefix or"
                    + " file:///folder (there are " + String.join(", ", SCHEMES) + ")");
        }
        Duration patience = Duration.ofSeconds(number(remote, "timeout", 60));
        Backoff standard = Backoff.standard();
        Backoff backoff =
                new Backoff(number(remote, "attempts", standard.attempts()), standard.first(), standard.longest());
        String path = Optional.ofNullable(uri.getPath()).orElse("");
        if (remote.scheme().equals("file")) {
            return new Location("file", "", path, remote.location(), Map.of(), patience, backoff, cache(remote));
        }
        if (uri.getHost() == null && uri.getAuthority() == null) {
            throw new StoreException("the store " + remote.location() + " names no bucket: write " + remote.scheme()
                    + "://bucket/prefix");
        }
        String bucket = uri.getAuthority();
        return new Location(
                remote.scheme(),
                bucket,
                path,
                remote.location(),
                settings(remote, bucket, path, environment),
                patience,
                backoff,
                cache(remote));
    }

    private static URI uri(String location) {
        try {
            URI uri = new URI(location);
            if (uri.getUserInfo() != null || uri.getQuery() != null) {
                throw new StoreException("the location of a store holds no credentials and no query: write "
                        + uri.getScheme() + "://bucket/prefix, and leave credentials to the environment or a profile");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new StoreException("the store " + location + " is no location (" + e.getReason()
                    + "): write s3://bucket/prefix or file:///folder");
        }
    }

    private static int number(Remote remote, String setting, int otherwise) {
        String text = remote.settings().get(setting);
        try {
            int number = text == null ? otherwise : Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below.
        }
        throw new StoreException("the setting " + setting + " of the store " + remote.location()
                + " is a number above 0, but was " + text);
    }

    private static long cache(Remote remote) {
        String text = remote.settings().get("cache");
        try {
            return text == null ? Long.MAX_VALUE : ByteCount.parse(text);
        } catch (IllegalArgumentException e) {
            throw new StoreException("the setting cache of the store " + remote.location() + ": " + e.getMessage());
        }
    }

    private static Map<String, String> settings(
            Remote remote, String bucket, String path, Function<String, @Nullable String> environment) {
        Map<String, String> settings = new HashMap<>();
        settings.put(remote.scheme().equals("azblob") ? "container" : "bucket", bucket);
        settings.put("root", path.isEmpty() ? "/" : path);
        Optional<String> endpoint = first(remote, "endpoint", environment, endpointVariables(remote.scheme()));
        endpoint.ifPresent(address -> settings.put("endpoint", requireAddress(address, remote)));
        if (remote.scheme().equals("s3")) {
            first(remote, "region", environment, List.of("AWS_REGION", "AWS_DEFAULT_REGION"))
                    // Servers of one's own care little for regions, but a request cannot be signed without one.
                    .or(() -> endpoint.map(_ -> "us-east-1"))
                    .ifPresent(region -> settings.put("region", region));
            boolean isPathStyle = Optional.ofNullable(remote.settings().get("path-style"))
                    .map(Boolean::parseBoolean)
                    .orElse(endpoint.isPresent());
            settings.put("enable_virtual_host_style", Boolean.toString(!isPathStyle));
        }
        return settings;
    }

    /// Without its protocol, OpenDAL asks an address for minutes that nobody answers at.
    private static String requireAddress(String endpoint, Remote remote) {
        try {
            URI address = new URI(endpoint);
            boolean isWeb = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (isWeb && address.getHost() != null && address.getPort() <= HIGHEST_PORT) {
                return endpoint;
            }
        } catch (URISyntaxException noAddress) {
            // Told below.
        }
        throw new StoreException("the endpoint of the store " + remote.location() + " is an address such as"
                + " http://localhost:9000 or https://s3.example.com, but was " + endpoint);
    }

    private static List<String> endpointVariables(String scheme) {
        return switch (scheme) {
            case "s3" -> List.of("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL");
            case "azblob" -> List.of("AZBLOB_ENDPOINT");
            default -> List.of();
        };
    }

    private static Optional<String> first(
            Remote remote, String setting, Function<String, @Nullable String> environment, List<String> variables) {
        return Stream.concat(
                        Stream.ofNullable(remote.settings().get(setting)),
                        variables.stream().flatMap(variable -> Stream.ofNullable(environment.apply(variable))))
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /// Where a prefix of it is, for messages.
    String below(String prefix) {
        String place = text + (text.endsWith("/") ? "" : "/") + prefix;
        return settings.containsKey("endpoint")
                ? place + " at " + settings.get("endpoint").replaceAll("//[^/@]*@", "//")
                : place;
    }

    /// The same with more of OpenDAL's settings.
    Location with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return new Location(service, bucket, path, text, all, patience, backoff, cache);
    }

    /// The storage, which makes no request yet. Close it when done.
    ObjectStorage open() throws IOException {
        return new PatientStorage(
                service.equals("file")
                        ? new FolderStorage(Path.of(URI.create(text)))
                        : BucketStorage.open(service, settings, text, patience),
                backoff);
    }
}
