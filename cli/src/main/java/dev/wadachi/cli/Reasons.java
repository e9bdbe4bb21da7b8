package dev.wadachi.cli;

import org.jspecify.annotations.Nullable;

/// Who says what, and why: declarations outlive the memory of those who made them.
final class Reasons {

    private Reasons() {}

    /// @throws BadInput if there is none
    static String required(@Nullable String reason, Surroundings around) {
        if (reason == null || reason.isBlank()) {
            throw new BadInput("give a reason, for those who come after you: " + asked(NextCommand.again(around)));
        }
        return reason;
    }

    /// A command with the place where its reason goes.
    static String asked(NextCommand command) {
        return command.text() + " --reason \"…\"";
    }

    static String user() {
        return System.getProperty("user.name", "unknown");
    }

    static String shortened(String value) {
        return value.length() == 64 ? value.substring(0, 12) : value;
    }
}
