/// Says what a run would do, and why, in words.
///
/// - [WhyText] names the root causes, as a tree from the goals down.
/// - [PlanTable] lists every task.
/// - [PlanJson] says the same to a script.
///
/// ```java
/// WhyText.of(wadachi.plan(request)).forEach(out::println);
/// ```
@NullMarked
package dev.wadachi.cli.explain;

import org.jspecify.annotations.NullMarked;
