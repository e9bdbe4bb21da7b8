/// Brings goals up to date: builds the graph, decides what is there, runs what is not, and explains both.
///
/// - [Request] says what is wanted, [Report] what came of it.
/// - [Plan] says what would happen, and [Cause] why.
/// - [Backfill] is a run for each point of a range of time.
/// - [Event] tells a listener what is happening.
///
/// The passes, each a value for the next: goals → graph (`Graph`: one node a key) → decisions (`Lookup`:
/// fingerprint, trace, hit or not) → bodies (`Bodies`: permits and threads) → traces.
///
/// ```java
/// Report report = wadachi.run(Request.of(goal).rerun("Train").seed(7));
/// ```
@NullMarked
@Behaviour(value = "core", version = 1)
package dev.wadachi.engine;

import dev.wadachi.task.Behaviour;
import org.jspecify.annotations.NullMarked;
