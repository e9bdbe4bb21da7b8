package dev.wadachi.task;

import java.util.Optional;

/// A task that says of itself what the classes of others say by annotations.
///
/// For a class whose tasks are as different as the programs that they run: a training and a download, both a
/// `Command`, are two things with two names, and claim different things.
public interface OwnTraits {

    /// What it is called, in place of its class: letters, digits, `.`, `_` and `-`. Part of its key, as every task's
    /// name. Empty for the name of its class.
    Optional<String> name();

    /// What its body takes, in place of [Needs] and [Retry].
    Effort effort();
}
