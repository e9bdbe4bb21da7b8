package dev.wadachi.cli.project;

import dev.wadachi.store.Remote;
import dev.wadachi.store.Sharing;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where results are: this machine's own store, and the team's beside it if there is one.
///
/// @param folder the own store
/// @param remote the team's, or null
public record Stores(Path folder, @Nullable Remote remote) {

    /// The keys of the table `[remote]` that are not about how the bucket is reached.
    static final String LOCATION = "location";

    static final String SHARE = "share";

    private static final String CACHE = "cache";

    /// A folder in the user's cache is not looked after by anybody.
    private static final String CACHE_OF_A_BUCKET = "20GB";

    private static final String SHARE_VARIABLE = "WADACHI_SHARE";
    private static final Pattern LOCATED = Pattern.compile("[a-z][a-z0-9]+://.*");
    private static final Pattern UNFIT_FOR_A_NAME = Pattern.compile("[^A-Za-z0-9._-]+");

    /// The team's store, if there is one.
    public Optional<Remote> shared() {
        return Optional.ofNullable(remote);
    }

    /// What a flag or variable names: a folder, or a bucket, whose results are then kept in the user's cache as well.
    ///
    /// @param table `[remote]` of the project: how its buckets are reached
    static Stores named(String text, Map<String, String> table, Map<String, String> environment) {
        if (!LOCATED.matcher(text).matches()) {
            return new Stores(Path.of(text).toAbsolutePath().normalize(), null);
        }
        Path cache = cache(environment)
                .resolve("wadachi")
                .resolve("stores")
                .resolve(UNFIT_FOR_A_NAME.matcher(text).replaceAll("-"));
        var bounded = new TreeMap<>(table);
        bounded.putIfAbsent(CACHE, CACHE_OF_A_BUCKET);
        return new Stores(cache, remote(text, bounded, environment));
    }

    /// A folder, and beside it what the project's `[remote]` names.
    static Stores beside(Path folder, Map<String, String> table, Map<String, String> environment) {
        String location = table.get(LOCATION);
        return new Stores(folder, location == null ? null : remote(location, table, environment));
    }

    private static Remote remote(String location, Map<String, String> table, Map<String, String> environment) {
        var settings = new TreeMap<>(table);
        settings.remove(LOCATION);
        String share = settings.remove(SHARE);
        return new Remote(location, sharing(share, environment), settings);
    }

    /// People read, continuous integration writes, unless somebody says otherwise.
    private static Sharing sharing(@Nullable String share, Map<String, String> environment) {
        String said = environment.getOrDefault(SHARE_VARIABLE, share == null ? "" : share);
        return switch (said) {
            case "read" -> Sharing.READ;
            case "write" -> Sharing.WRITE;
            case "" -> environment.getOrDefault("CI", "").isBlank() ? Sharing.READ : Sharing.WRITE;
            default ->
                throw new ProjectProblem("share, or the variable " + SHARE_VARIABLE
                        + ", is \"read\" or \"write\", but was \"" + said + "\"");
        };
    }

    /// The user's folder for what can be fetched again.
    static Path cache(Map<String, String> environment) {
        String named = environment.getOrDefault("XDG_CACHE_HOME", environment.getOrDefault("LOCALAPPDATA", ""));
        if (!named.isBlank()) {
            return Path.of(named);
        }
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        boolean isMac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        return isMac ? home.resolve("Library").resolve("Caches") : home.resolve(".cache");
    }
}
