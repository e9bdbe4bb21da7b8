package dev.wadachi.cli.goal;

import dev.wadachi.cli.command.Command;

/// A command about goals, which takes a pipeline's parameters as options.
public interface TakesGoals extends Command {

    GoalOptions goals();
}
