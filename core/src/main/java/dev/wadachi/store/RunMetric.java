package dev.wadachi.store;

import dev.wadachi.digest.Key;

/// A figure that a task reported, as its run keeps it.
///
/// @param key which task
/// @param metric the figure
public record RunMetric(Key key, Metric metric) {}
