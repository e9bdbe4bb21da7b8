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
/// record Train(Task<String> features, LocalDate until) implements Task<String> { … }
///
/// for (Component component : Shape.of(Train.class).read(task).components()) {
///     switch (component) {
///         case Component.Parameter parameter -> log(parameter.name() + "=" + parameter.text());
///         case Component.Upstream upstream -> visit(upstream.task());
///         case Component.Upstreams upstreams -> upstreams.tasks().forEach(this::visit);
///         case Component.NamedUpstreams upstreams -> upstreams.tasks().values().forEach(this::visit);
///     }
/// }
/// ```
@NullMarked
package dev.wadachi.parameter;

import org.jspecify.annotations.NullMarked;
