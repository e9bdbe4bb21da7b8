package dev.wadachi.store;

import java.time.Instant;

/// Somebody's word that two values of a fingerprint entry mean the same.
///
/// @param task the task's name, or [#EVERY_TASK]
/// @param entry the entry's name, such as `code` or `library.guava`
/// @param from one value, usually the old one; [#ABSENT] if the entry was not there
/// @param to the other value; [#ABSENT] if the entry is no longer there
/// @param reason why they mean the same, for people
/// @param by who says so
/// @param at when
public record Accept(String task, String entry, String from, String to, String reason, String by, Instant at) {

    /// Stands for all tasks.
    public static final String EVERY_TASK = "*";

    /// The value of an entry that a fingerprint does not have, such as a library that a task does not reach.
    public static final String ABSENT = "";

    /// Refuses an empty reason, and a value that is to equal itself.
    public Accept {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an accept needs a reason, so that others can judge it");
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("entry '" + entry + "' of " + task + " has the value '" + to
                    + "' on both sides; there is nothing to accept");
        }
    }

    boolean concerns(String task) {
        return this.task.equals(EVERY_TASK) || this.task.equals(task);
    }

    boolean concerns(String task, String entry) {
        return this.entry.equals(entry) && concerns(task);
    }
}
