package dev.wadachi.cli.project;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What `[profile.<name>]` of a `wadachi.toml` says: the settings that hold where a command asks for it, and what it
/// takes of what it would refuse.
///
/// @param settings in place of those above it
/// @param allowed as `--allow` takes them, such as `accepted:Train`; [#EVERYTHING] for a profile that refuses nothing
/// @param lacks why it cannot be asked for here, a line each: variables that are set elsewhere alone
public record Profile(Configuration settings, Set<String> allowed, List<String> lacks) {

    /// The profile that is there without being written down, and always refuses.
    public static final String PRODUCTION = "production";

    /// What a profile allows that refuses nothing.
    public static final String EVERYTHING = "everything";

    /// The profile that is written nowhere.
    static final Profile PLAIN = new Profile(Configuration.NONE, Set.of(), List.of());

    static final String ALLOW = "allow";

    private static final Pattern ALLOWED =
            Pattern.compile(EVERYTHING + "|uncommitted|(?:uncommitted|accepted|reused|given|doubtful):\\S+");

    /// Keeps unmodifiable copies.
    public Profile {
        allowed = Set.copyOf(allowed);
        lacks = List.copyOf(lacks);
    }

    /// What this says, and what `base` says besides.
    Profile over(Profile base) {
        Set<String> both = new LinkedHashSet<>(allowed);
        both.addAll(base.allowed);
        return new Profile(
                settings.over(base.settings),
                both,
                Stream.concat(lacks.stream(), base.lacks.stream()).distinct().toList());
    }

    /// The words of `allow = "accepted:Train, uncommitted"`.
    static List<String> words(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// Whether a command may be told to allow this.
    public static boolean isAllowed(String word) {
        return !word.equals(EVERYTHING) && ALLOWED.matcher(word).matches();
    }

    /// What is wrong with one of them in the profile of this name, as the rest of a sentence; empty if nothing is.
    static String problem(String name, String word) {
        if (name.equals(PRODUCTION) && word.equals(EVERYTHING)) {
            return "takes each thing by its name in production, such as accepted:Train; another profile may allow "
                    + EVERYTHING;
        }
        return ALLOWED.matcher(word).matches()
                ? ""
                : "names what --allow takes, such as uncommitted or accepted:Train, but has " + word;
    }
}
