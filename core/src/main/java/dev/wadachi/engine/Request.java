package dev.wadachi.engine;

import dev.wadachi.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What is wanted: goals, and how.
///
/// Immutable; each method answers a changed copy.
///
/// @param goals the tasks whose values are wanted; at least one
/// @param forces what overrides the cache's decisions
/// @param seed the run's seed for [dev.wadachi.task.Context#random()]; 0 unless said otherwise
/// @param jobs cores that bodies may use at once; 0 for as many as the machine has
/// @param durability whether small files are synced one by one
/// @param invocation how the request was made
/// @param listener told what happens; called by several threads, one at a time
public record Request(
        List<? extends Task<?>> goals,
        List<Force> forces,
        long seed,
        int jobs,
        Durability durability,
        Invocation invocation,
        Listener listener) {

    /// How soon small files reach the disk.
    public enum Durability {
        /// Each second, and at the end.
        BATCHED,
        /// Each file before the task counts as done.
        EACH
    }

    /// Refuses a request for nothing, and a negative number of jobs.
    public Request {
        goals = List.copyOf(goals);
        forces = List.copyOf(forces);
        if (goals.isEmpty()) {
            throw new IllegalArgumentException("a request names at least one goal, but this names none");
        }
        if (jobs < 0) {
            throw new IllegalArgumentException("jobs must be at least 1 (or 0 for all cores), but was " + jobs);
        }
    }

    /// A request for these goals.
    public static Request of(Task<?>... goals) {
        return of(Arrays.asList(goals));
    }

    /// A request for these goals.
    public static Request of(List<? extends Task<?>> goals) {
        return new Request(goals, List.of(), 0, 0, Durability.BATCHED, Invocation.PROGRAM, Listener.SILENT);
    }

    /// Run tasks of this name again; see [Force.Rerun].
    public Request rerun(String task) {
        return with(new Force.Rerun(task));
    }

    /// Run tasks of this name again and all that follows; see [Force.RerunDownstream].
    public Request rerunDownstream(String task) {
        return with(new Force.RerunDownstream(task));
    }

    /// Take the newest result of tasks of this name; see [Force.Reuse].
    public Request reuse(String task) {
        return with(new Force.Reuse(task));
    }

    /// Take this value in place of tasks of this name; see [Force.Given].
    public Request set(String task, Object value) {
        return with(new Force.Given(task, value));
    }

    /// Take the result of an earlier run; see [Force.FromRun].
    public Request from(String task, String run) {
        return with(new Force.FromRun(task, run));
    }

    /// Adds a force.
    public Request with(Force force) {
        List<Force> more = new ArrayList<>(forces);
        more.add(force);
        return new Request(goals, more, seed, jobs, durability, invocation, listener);
    }

    /// The same for other goals.
    ///
    /// @param others at least one
    public Request goals(List<? extends Task<?>> others) {
        return new Request(others, forces, seed, jobs, durability, invocation, listener);
    }

    /// Another seed.
    public Request seed(long seed) {
        return new Request(goals, forces, seed, jobs, durability, invocation, listener);
    }

    /// Another number of jobs.
    public Request jobs(int jobs) {
        return new Request(goals, forces, seed, jobs, durability, invocation, listener);
    }

    /// Sync each file before its task counts as done.
    public Request durable() {
        return new Request(goals, forces, seed, jobs, Durability.EACH, invocation, listener);
    }

    /// Another invocation.
    public Request invocation(Invocation invocation) {
        return new Request(goals, forces, seed, jobs, durability, invocation, listener);
    }

    /// Another listener.
    public Request listener(Listener listener) {
        return new Request(goals, forces, seed, jobs, durability, invocation, listener);
    }
}
