/// The values that tasks and pipelines are made of, and the three forms that each of them has.
///
/// A value has canonical bytes (for keys and fingerprints), a text (for the command line, logs and traces) and a JSON
/// form (for outputs, and for tasks that are rebuilt from a trace). All are derived from the declared type alone.
///
/// Three types to know: [Shape][dev.wadachi.parameter.Shape] (what a task's components are, and what is refused),
/// [ValueForm][dev.wadachi.parameter.ValueForm] (the forms of one type's values) and
/// [Binding][dev.wadachi.parameter.Binding] (options of a command line become pipelines).
///
/// ```java
/// Shape shape = Shape.of(Train.class);
/// for (Component component : shape.read(new Train(Task.of("1,2"), LocalDate.of(2021, 8, 2))).components()) {
///     said.add(switch (component) {
///         case Component.Parameter parameter -> parameter.name() + "=" + parameter.text();
///         case Component.Upstream upstream -> upstream.name() + " is a task";
///         case Component.Upstreams upstreams -> upstreams.tasks().size() + " tasks";
///         case Component.NamedUpstreams upstreams -> "tasks " + upstreams.tasks().keySet();
///     });
/// }
/// ```
@NullMarked
package dev.wadachi.parameter;

import org.jspecify.annotations.NullMarked;
