package dev.wadachi.task;

import dev.wadachi.digest.Digest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What a running body is given. Used by the thread that runs the body, and by no other.
public interface Context extends Resources {

    /// The value of another task: a component, or any task at all.
    ///
    /// A task that is not a component is brought up to date now, and recorded, so that the result is a hit later
    /// only if that value is still the same. While it waits, this body gives its cores back.
    <T> T load(Task<T> task);

    /// One part of a task's value: `in.load(split, Split::train)` depends on that part alone.
    ///
    /// @param part a method reference to a component of the record R
    /// @throws IllegalArgumentException if the part is no method reference to a component of R
    <R extends Record, P> P load(Task<R> task, Part<R, P> part);

    /// Records a number of this run, such as `metric("mae", 17.2)`. Survives the death of the process.
    /// NaN and the infinities are recorded as they are.
    ///
    /// @param name at most 250 characters
    void metric(String name, double value);

    /// Records a number at a step of a curve.
    ///
    /// @param step 0 or more
    void metric(String name, double value, long step);

    /// Says how far the body is.
    ///
    /// @param share from 0 to 1
    void progress(double share, String message);

    /// Writes a line to the task's log, which is kept with its trace.
    void log(String line);

    /// Random numbers, seeded by the task's name and the run's seed. Drawing makes the seed an input.
    RandomGenerator random();

    /// An empty folder of this body's own; gone after the body.
    Path scratch();

    /// A folder that is kept, for this very fingerprint, when the body fails or is killed; gone after success.
    Path checkpoint();

    /// What the effect is called that this body has outside, for a service that recognizes by its name what it took
    /// already: the same when a body that failed or was killed is run again, another once it was completed.
    ///
    /// @throws IllegalStateException if the task is no [Sink]
    Digest occasion();

    /// The numbers of the GPUs that were granted to this body ([Needs#gpus]); empty where they are not known.
    default List<Integer> gpus() {
        return List.of();
    }

    /// A context whose metrics and log lines stand under a nested run of this name, for example one fold.
    Context child(String name, Map<String, ?> parameters);
}
