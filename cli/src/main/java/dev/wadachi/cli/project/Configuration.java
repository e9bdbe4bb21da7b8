package dev.wadachi.cli.project;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What `wadachi.toml` says.
///
/// @param project what the project is called; empty for the name of its folder
/// @param store where results are kept, relative to the project; empty for `.wadachi`
/// @param sources the folder of the sources, relative to the project; empty where the layout tells
/// @param remote the store that the team shares: its location, and how it is reached; empty without one
/// @param resources what tasks ask for by name, such as a connection, with its settings
/// @param secrets values of theirs that must not be logged: what came from the environment, or is called a password
public record Configuration(
        Optional<String> project,
        Optional<String> store,
        Optional<String> sources,
        Map<String, String> remote,
        Map<String, Map<String, String>> resources,
        Set<String> secrets) {

    /// The file's name.
    public static final String FILE = "wadachi.toml";

    static final Configuration NONE =
            new Configuration(Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Map.of(), Set.of());

    /// Keeps unmodifiable copies, in the order of the file.
    public Configuration {
        remote = Collections.unmodifiableMap(new LinkedHashMap<>(remote));
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        resources.forEach(
                (name, settings) -> copy.put(name, Collections.unmodifiableMap(new LinkedHashMap<>(settings))));
        resources = Collections.unmodifiableMap(copy);
        secrets = Set.copyOf(secrets);
    }

    /// What the project's file says; nothing where there is no file.
    ///
    /// @throws ProjectProblem with every line that is wrong
    static Configuration of(Path root, Map<String, String> environment) {
        return ConfigurationReader.read(root.resolve(FILE), environment);
    }
}
