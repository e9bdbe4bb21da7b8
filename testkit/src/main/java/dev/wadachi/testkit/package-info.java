/// What tests of tasks and pipelines need: a context that runs a body straight, without engine, store or mocks.
///
/// Three types to know: [Direct][dev.wadachi.testkit.Direct] (the context),
/// [MetricPoint][dev.wadachi.testkit.MetricPoint] (what a body measured) and, to hand an upstream's value in,
/// [Task.of][dev.wadachi.task.Task#of(Object)].
///
/// ```java
/// Score score = new Evaluate(Task.of(model), Task.of(table), week).run(new Direct());
/// ```
@NullMarked
package dev.wadachi.testkit;

import org.jspecify.annotations.NullMarked;
