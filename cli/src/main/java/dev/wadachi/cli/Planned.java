package dev.wadachi.cli;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.goal.Selection;
import dev.wadachi.cli.project.CompiledProject;
import dev.wadachi.engine.Plan;
import dev.wadachi.engine.Request;
import java.util.function.Function;

/// Goals that were found and looked at, with the front door still open.
///
/// @param wadachi the front door
/// @param request what is wanted
/// @param plan what would happen
record Planned(Wadachi wadachi, Request request, Plan plan) {

    static ExitCode of(Surroundings around, GoalOptions goals, StoreOption store, Function<Planned, ExitCode> told) {
        Workspace workspace = Workspace.of(around, goals.file(), store);
        CompiledProject classes = workspace.project().compile();
        Selection selection = goals.select(classes, classes.loader(), around.today());
        try (Wadachi wadachi = workspace.open()) {
            Request request = goals.request(selection, around.folder());
            Plan plan = wadachi.plan(request);
            plan.warnings().forEach(text -> around.terminal().err().println("warning: " + text));
            return told.apply(new Planned(wadachi, request, plan));
        }
    }
}
