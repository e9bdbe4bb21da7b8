package dev.wadachi.task;

import java.net.URI;

/// An output that stays outside: a database table, a prefix in a bucket, a published file.
///
/// @param uri where it is
/// @param stamp the state in which the task left it
public record External(URI uri, Stamp stamp) {}
