package dev.wadachi.store;

import dev.wadachi.task.PublishedName;
import java.time.Instant;
import java.util.SortedSet;

/// A task that reads a published name, as far as this store knows.
///
/// @param name what it reads
/// @param project whose task it is; empty if that is not known
/// @param task the task that was given the value: the source itself, where nothing took it from there
/// @param needs what it needs of the value by name, such as columns; empty if it does not say
/// @param version the version that it had last: of several with the same bytes, the newest that there was
/// @param goals what was asked for in the runs that read it, as people write it
/// @param run the last run that read it
/// @param at when that run began
public record Dependent(
        PublishedName name,
        String project,
        String task,
        SortedSet<String> needs,
        int version,
        SortedSet<String> goals,
        RunId run,
        Instant at) {}
