package dev.wadachi.cli.project;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What `wadachi.toml` says.
///
/// @param project what the project is called; empty for the name of its folder
/// @param store where results are kept, relative to the project; empty for `.wadachi`
/// @param sources the folder of the sources, relative to the project; empty where the layout tells
/// @param remote the store that the team shares: its location, and how it is reached; empty without one
/// @param resources what tasks ask for by name, such as a connection, with its settings
/// @param receivers who is told of runs, with the settings of each
/// @param secrets values of theirs that must not be logged: what came from the environment, or is called a password
/// @param profiles what holds in its place where a command asks for it, by name
/// @param origins where each setting stands, such as `wadachi.toml:3`, by its name, such as `remote.location`
public record Configuration(
        Optional<String> project,
        Optional<String> store,
        Optional<String> sources,
        Map<String, String> remote,
        Map<String, Map<String, String>> resources,
        Map<String, Map<String, String>> receivers,
        Set<String> secrets,
        Map<String, Profile> profiles,
        Map<String, String> origins) {

    /// The file's name.
    public static final String FILE = "wadachi.toml";

    static final Configuration NONE = new Configuration(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            Map.of(),
            Set.of(),
            Map.of(),
            Map.of());

    /// Keeps unmodifiable copies, in the order of the file.
    public Configuration {
        remote = Collections.unmodifiableMap(new LinkedHashMap<>(remote));
        resources = copied(resources);
        receivers = copied(receivers);
        secrets = Set.copyOf(secrets);
        profiles = Collections.unmodifiableMap(new TreeMap<>(profiles));
        origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
    }

    /// What this says, and what `base` says besides: of each setting this one's word counts.
    Configuration over(Configuration base) {
        return new Configuration(
                project.or(base::project),
                store.or(base::store),
                sources.or(base::sources),
                merged(remote, base.remote),
                mergedTables(resources, base.resources),
                mergedTables(receivers, base.receivers),
                Stream.concat(secrets.stream(), base.secrets.stream()).collect(Collectors.toSet()),
                mergedProfiles(profiles, base.profiles),
                merged(origins, base.origins));
    }

    /// What holds under a profile.
    ///
    /// @throws ProjectProblem if there is no such profile, or it lacks something here
    Configuration under(String profile) {
        Profile asked = profile(profile);
        if (!asked.lacks().isEmpty()) {
            throw new ProjectProblem(
                    "the profile " + profile + " cannot be used:\n  " + String.join("\n  ", asked.lacks()));
        }
        return asked.settings().over(this);
    }

    /// A profile by its name.
    ///
    /// @throws ProjectProblem if there is none
    public Profile profile(String name) {
        Profile known = profiles.get(name);
        if (known == null && !name.equals(Profile.PRODUCTION)) {
            Set<String> names = new TreeSet<>(profiles.keySet());
            names.add(Profile.PRODUCTION);
            throw new ProjectProblem("there is no profile " + name + "; there is " + String.join(", ", names));
        }
        return known == null ? Profile.PLAIN : known;
    }

    private static Map<String, Profile> mergedProfiles(Map<String, Profile> above, Map<String, Profile> below) {
        Map<String, Profile> all = new TreeMap<>(below);
        above.forEach((name, profile) -> all.merge(name, profile, (lower, upper) -> upper.over(lower)));
        return all;
    }

    private static Map<String, Map<String, String>> copied(Map<String, Map<String, String>> tables) {
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        tables.forEach((name, settings) -> copy.put(name, Collections.unmodifiableMap(new LinkedHashMap<>(settings))));
        return Collections.unmodifiableMap(copy);
    }

    private static Map<String, Map<String, String>> mergedTables(
            Map<String, Map<String, String>> above, Map<String, Map<String, String>> below) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>(below);
        above.forEach((name, settings) -> all.merge(name, settings, (lower, upper) -> merged(upper, lower)));
        return all;
    }

    private static Map<String, String> merged(Map<String, String> above, Map<String, String> below) {
        Map<String, String> all = new LinkedHashMap<>(below);
        all.putAll(above);
        return all;
    }

    /// What the project's file says; nothing where there is no file.
    ///
    /// @throws ProjectProblem with every line that is wrong
    static Configuration of(Path root, Map<String, String> environment) {
        return Extension.chain(root.resolve(FILE), environment);
    }
}
