/// What tests of tasks and pipelines need: real bodies, real stores, no mocks.
///
/// Three types to know: [Direct][dev.wadachi.testkit.Direct] (runs one body straight, without engine or store),
/// [TemporaryProject][dev.wadachi.testkit.TemporaryProject] (the whole engine on a store of its own) and
/// [Outcomes][dev.wadachi.testkit.Outcomes] (which tasks ran, and which were hits).
///
/// ```java
/// Score score = new Evaluate(Task.of(model), Task.of(table), week).run(new Direct());
/// ```
@NullMarked
package dev.wadachi.testkit;

import org.jspecify.annotations.NullMarked;
