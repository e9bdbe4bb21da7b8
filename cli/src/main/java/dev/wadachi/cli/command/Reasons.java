package dev.wadachi.cli.command;

import dev.wadachi.store.Accept;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who says what, and why: declarations outlive the memory of those who made them.
public final class Reasons {

    private Reasons() {}

    /// @throws BadInput if there is none
    public static String required(@Nullable String reason, Surroundings around) {
        if (reason == null || reason.isBlank()) {
            throw new BadInput("give a reason, for those who come after you: " + asked(NextCommand.again(around)));
        }
        return reason;
    }

    /// Checks that there is something to be withdrawn.
    ///
    /// @param done what was done to it: `revoked`
    /// @throws BadInput if nothing stands under this id
    public static void requireStanding(String id, Set<String> ids, String done) {
        if (!ids.contains(id)) {
            throw new BadInput("nothing that is " + done + " has the id " + id
                    + (ids.isEmpty() ? ": nothing is " + done : "; there are " + String.join(", ", ids)));
        }
    }

    /// A command with the place where its reason goes.
    public static String asked(NextCommand command) {
        return command.text() + " --reason \"…\"";
    }

    public static String user() {
        return System.getProperty("user.name", "unknown");
    }

    /// The value of a fingerprint's entry, for people.
    public static String valueOf(String value) {
        return value.equals(Accept.ABSENT) ? "none" : value.length() == 64 ? value.substring(0, 12) : value;
    }
}
