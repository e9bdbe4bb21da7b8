package dev.wadachi.cli.production;

import dev.wadachi.cli.command.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which profile a run is held to.
public final class ProfileOptions {

    private static final String PRODUCTION = "production";

    @Option(
            names = "--profile",
            paramLabel = PRODUCTION,
            description = "Refuse results that are not committed, accepted, reused, given or in doubt.")
    private @Nullable String profile;

    @Option(
            names = "--allow",
            split = ",",
            paramLabel = "<what>",
            description = "Of what the profile refuses, take this: uncommitted, accepted:<task>, reused:<task>, "
                    + "given:<task>, doubtful:<task>, uncommitted:<task>.")
    private List<String> allowed = new ArrayList<>();

    /// What production refuses; empty where nothing is refused.
    ///
    /// @throws BadInput if there is no such profile
    public Optional<Production> production(Path project) {
        if (profile == null && !allowed.isEmpty()) {
            throw new BadInput("--allow " + String.join(",", allowed)
                    + " names what a profile would refuse, and no profile is asked for: add --profile production");
        }
        if (profile != null && !profile.equals(PRODUCTION)) {
            throw new BadInput("there is no profile " + profile + "; there is " + PRODUCTION);
        }
        return Optional.ofNullable(profile).map(_ -> new Production(project, Set.copyOf(allowed)));
    }
}
