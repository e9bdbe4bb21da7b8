package dev.wadachi.cli;

import dev.wadachi.cli.command.Cancellation;
import dev.wadachi.cli.command.ExitCode;
import java.util.List;

/// Carries out what users do most often, so that the JVM that watches can keep the classes which that needs.
///
/// The launcher starts this once after each build, in a folder with a project, to make its cache of loaded classes: one
/// process makes one cache, and a first run alone would not touch what a run with nothing to do needs.
final class Rehearsal {

    private Rehearsal() {}

    /// @param words the name of a pipeline, of one of its goals, and a folder for a store
    public static void main(String[] words) {
        String pipeline = words[0];
        String goal = words[1];
        String store = words[2];
        List.of(
                        List.of("run", pipeline, goal, "--store", store),
                        List.of("run", pipeline, goal, "--store", store),
                        List.of("why", pipeline, goal, "--store", store),
                        List.of("ls", "--store", store),
                        List.of("tasks"))
                .forEach(line -> Main.carryOut(line, new Cancellation()));
        System.exit(ExitCode.OK.number());
    }
}
