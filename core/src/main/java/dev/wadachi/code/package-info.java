/// Code signatures: one digest for all the bytecode that a task can reach, with names to explain a difference.
///
/// Editing a helper three calls away changes the signature of every task that reaches it; a comment, a renamed
/// local variable, a reordered or unrelated method changes none. Three types to know:
///
/// - [CodeReader] reads class files and gives a [CodeSignature] for a task class.
/// - [CodeSignature] holds the digest, and the methods, library jars and Wadachi modules behind it.
/// - [CodeChange] names the methods that differ between an old signature and a new one, with file, line and caller.
///
/// ```java
/// try (CodeReader reader = CodeReader.over(UserCode.classFolders(), CodeCache.in(folder))) {
///     CodeSignature now = reader.of(Train.class, List.of(Ridge.class));
///     CodeChange change = CodeChange.between(oldManifest, now);
/// }
/// ```
///
/// Inside it is a row of passes, each from one value to the next: a class name to its bytes
/// (`ClassPath`), bytes to facts (`ClassFacts`, `MethodFacts`), facts to what is reached (`Walk` → `Reach`),
/// and that to a text whose digest is the signature (`Manifest`).
@NullMarked
@Behaviour(value = "core", version = 1)
package dev.wadachi.code;

import dev.wadachi.task.Behaviour;
import org.jspecify.annotations.NullMarked;
