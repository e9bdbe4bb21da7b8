package dev.wadachi.task;

import java.nio.file.Path;

/// A folder of files as a value.
///
/// A body makes one under [Context#scratch()]; storing it moves the files, so the body must not touch them again.
/// A loaded folder is read-only.
///
/// @param path where the files lie
public record Folder(Path path) {}
