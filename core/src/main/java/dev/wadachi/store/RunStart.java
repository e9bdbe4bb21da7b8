package dev.wadachi.store;

import dev.wadachi.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is known of a run when it begins.
///
/// @param project whose run it is; empty if it is not known, as of runs of old programs
/// @param pipeline the pipeline's name, or empty for goals without one
/// @param goals what was asked for, as people write it
/// @param parameters the pipeline's parameters, as text
/// @param commandLine the words of the command, secrets masked
/// @param user who runs it
/// @param commit the repository's state, or null without one
/// @param java the JDK, such as `25.0.3 (Temurin)`
/// @param system operating system and architecture
/// @param jars the class path's jars: file name to content digest
/// @param seed the run's seed
/// @param more whatever else the engine wants kept
public record RunStart(
        String project,
        String pipeline,
        List<String> goals,
        SortedMap<String, String> parameters,
        List<String> commandLine,
        String user,
        @Nullable Commit commit,
        String java,
        String system,
        SortedMap<String, String> jars,
        long seed,
        JsonObject more) {

    /// Keeps unmodifiable copies.
    public RunStart {
        goals = List.copyOf(goals);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        commandLine = List.copyOf(commandLine);
        jars = Collections.unmodifiableSortedMap(new TreeMap<>(jars));
    }

    /// The repository's state, if the project lies in one.
    public Optional<Commit> repository() {
        return Optional.ofNullable(commit);
    }
}
