/// The front door: [Wadachi] opens a project and brings tasks up to date.
///
/// ```java
/// try (Wadachi wadachi = Wadachi.open(Path.of("."))) {
///     Score score = wadachi.run(new Demand(week, algorithm).evaluate());
/// }
/// ```
///
/// - [Wadachi] runs, plans, and looks at what is kept.
/// - [Settings] say which project, which store, and which resources.
@NullMarked
@Behaviour(value = "core", version = 1)
package dev.wadachi;

import dev.wadachi.task.Behaviour;
import org.jspecify.annotations.NullMarked;
