package dev.wadachi.cli.production;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.project.Profile;
import dev.wadachi.cli.project.Project;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/// What a run under a profile takes of what that refuses.
public final class ProfileOptions {

    @Option(
            names = "--allow",
            split = ",",
            paramLabel = "<what>",
            description = "Of what the profile refuses, take this: uncommitted, accepted:<task>, reused:<task>, "
                    + "given:<task>, doubtful:<task>, uncommitted:<task>.")
    private List<String> allowed = new ArrayList<>();

    /// What is refused; empty where nothing is.
    ///
    /// @param asked says which profile is asked for
    /// @throws BadInput if exceptions are made from none
    public Optional<Production> production(Project project, StoreOption asked) {
        if (asked.profile().isEmpty() && !allowed.isEmpty()) {
            throw new BadInput("--allow " + String.join(",", allowed)
                    + " names what a profile would refuse, and no profile is asked for: add --profile production");
        }
        return asked.profile().flatMap(name -> production(project, name));
    }

    private Optional<Production> production(Project project, String name) {
        Profile profile = project.configuration().profile(name);
        List<String> unknown =
                allowed.stream().filter(word -> !Profile.isAllowed(word)).toList();
        if (!unknown.isEmpty()) {
            throw new BadInput("--allow takes uncommitted, and uncommitted, accepted, reused, given and doubtful with a"
                    + " task, such as accepted:Train; not " + String.join(", ", unknown));
        }
        Set<String> all = new HashSet<>(allowed);
        all.addAll(profile.allowed());
        return all.contains(Profile.EVERYTHING)
                ? Optional.empty()
                : Optional.of(new Production(name, project.root(), all));
    }
}
