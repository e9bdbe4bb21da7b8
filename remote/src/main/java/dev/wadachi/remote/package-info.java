/// Stores that a team shares: a bucket or a folder, beside each machine's own store.
///
/// What is not here is read from there and kept here, checked by its digest on the way. What is computed here is
/// written here first and then, where this machine [writes][dev.wadachi.store.Sharing], there: blobs before the trace
/// that names them, the trace only if nobody else put one. So the first of two machines wins and the second takes its
/// result over, and a remote that fails half-way loses nothing and fails no run.
///
/// Three types to know: [TeamStore][dev.wadachi.remote.TeamStore] (push, pull, compare, verify, collect),
/// [TeamPlace][dev.wadachi.remote.TeamPlace] (the two stores as one, under the engine) and
/// [ObjectStorage][dev.wadachi.remote.ObjectStorage] (the few requests that a bucket or a folder must answer).
///
/// ```java
/// Remote team = Remote.of("s3://bucket/wadachi", Sharing.READ);
/// try (Wadachi wadachi = Wadachi.open(Settings.of(project).withRemote(team))) {
///     Score score = wadachi.run(new Demand(week, algorithm).evaluate());
/// }
/// ```
@NullMarked
@Behaviour(value = "remote", version = 1)
package dev.wadachi.remote;

import dev.wadachi.task.Behaviour;
import org.jspecify.annotations.NullMarked;
