package dev.wadachi.cli.project;

import java.nio.file.Path;

/// Where a project's sources are, and who compiles them.
public sealed interface Layout {

    /// One file without any build file: `wadachi run Shop.java Demand evaluate`.
    record SingleFile(Path file) implements Layout {}

    /// A folder of sources, and nothing that says how to build them.
    record SourceFolder(Path sources) implements Layout {}

    /// A Maven project: its pom says which libraries there are.
    record Maven(Path pom, Path sources) implements Layout {}

    /// Results without sources: they can be read, and nothing can be run.
    record ResultsOnly() implements Layout {}

    /// No project at all: a folder from where results are read that lie elsewhere.
    record Outside() implements Layout {}
}
