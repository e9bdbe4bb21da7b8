package dev.wadachi.cli;

/// A command about goals, which takes a pipeline's parameters as options.
interface TakesGoals extends Command {

    GoalOptions goals();
}
