/// A worker: a JVM of its own in which the body of one isolated task runs.
///
/// The process that runs the graph stays the only one that decides, brings up to date, stores and records. It starts a
/// worker for each body, hands over the task as JSON, and answers what the body asks for; values go between both as
/// files, never through the connection. What the body prints is the worker's own standard output.
///
/// Three types to know: [Worker][dev.wadachi.engine.worker.Worker] (the process, from start to end),
/// [Message][dev.wadachi.engine.worker.Message] (everything that both say to each other) and
/// [Wire][dev.wadachi.engine.worker.Wire] (the connection, JSON lines).
///
/// ```java
/// wire.send(new Message.Progressed(0.5, "half of it"));
/// Optional<Message> heard = wire.receive();
/// ```
@NullMarked
package dev.wadachi.engine.worker;

import org.jspecify.annotations.NullMarked;
