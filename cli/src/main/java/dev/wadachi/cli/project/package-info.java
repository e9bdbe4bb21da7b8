/// Finds a project, compiles it when something changed, and says what it holds.
///
/// - [Project] is the folder: where results lie, what `wadachi.toml` says, where the sources are.
/// - [CompiledProject] is its classes, ready to be loaded.
/// - [Catalog] names the pipelines and tasks among them, found without loading a class.
///
/// ```java
/// Project project = Project.find(Path.of(""), System.getenv());
/// Catalog catalog = project.compile().catalog();
/// Catalog.Entry demand = catalog.pipeline("Demand");
/// ```
@NullMarked
package dev.wadachi.cli.project;

import org.jspecify.annotations.NullMarked;
