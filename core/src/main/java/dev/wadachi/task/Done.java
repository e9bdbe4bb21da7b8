package dev.wadachi.task;

/// The value of a task that only acts.
public record Done() {}
