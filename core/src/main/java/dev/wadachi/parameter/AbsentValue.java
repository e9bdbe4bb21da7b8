package dev.wadachi.parameter;

/// Stands in a given task for a value that another process has: whoever needs it asks there.
///
/// @param type the value's class
public record AbsentValue(Class<?> type) {}
