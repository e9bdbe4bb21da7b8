package dev.wadachi.cli.command;

import dev.wadachi.cli.project.Project;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which store, and which of the project's settings.
public final class StoreOption {

    @Option(
            names = "--store",
            paramLabel = "<store>",
            description = "Where results are kept, a folder or s3://bucket/prefix; else the variable WADACHI_STORE, "
                    + "else wadachi.toml, else .wadachi.")
    private @Nullable String location;

    @Option(
            names = "--profile",
            paramLabel = "<name>",
            description = "The settings of [profile.<name>] in wadachi.toml count; run refuses what it does not allow.")
    private @Nullable String profile;

    @Mixin
    @SuppressWarnings("unused") // picocli adds its option
    private final HelpOption help = new HelpOption();

    /// As if it had been typed.
    ///
    /// @param location a store, or null
    /// @param profile a profile, or null
    public static StoreOption of(@Nullable String location, @Nullable String profile) {
        StoreOption typed = new StoreOption();
        typed.location = location;
        typed.profile = profile;
        return typed;
    }

    /// The profile that is asked for.
    public Optional<String> profile() {
        return Optional.ofNullable(profile);
    }

    public Optional<String> location() {
        return Optional.ofNullable(location);
    }

    /// A project with the settings that hold under the profile.
    ///
    /// @throws dev.wadachi.cli.project.ProjectProblem if it has no such profile, or that lacks something here
    public Project settled(Project project) {
        return profile().map(project::under).orElse(project);
    }

    /// The same, where a folder is meant resolved against the current one.
    public Optional<String> location(Path current) {
        return location()
                .map(text -> text.contains("://") ? text : current.resolve(text).toString());
    }
}
