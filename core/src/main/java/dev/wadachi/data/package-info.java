/// Data files beside the code: their bytes in the store, a small readable pointer in Git.
///
/// - [TrackedData] adds files and folders, says how they stand, and brings them back.
/// - [Pointer] names bytes: what `sales.csv.wadachi` says.
/// - [Tracked] is a pointer with how the data stands to it.
///
/// ```java
/// try (Wadachi wadachi = Wadachi.open(project)) {
///     wadachi.data().add(project.resolve("data/sales.csv"));
/// }
/// ```
///
/// Nothing that the store does not hold is ever overwritten, unless [Overwriting#ALLOWED] says so, and nothing is
/// written outside the project.
@NullMarked
@Behaviour(value = "core", version = 1)
package dev.wadachi.data;

import dev.wadachi.task.Behaviour;
import org.jspecify.annotations.NullMarked;
