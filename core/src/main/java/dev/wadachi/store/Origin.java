package dev.wadachi.store;

import java.time.Instant;

/// Where a result comes from.
///
/// @param run the run that computed it
/// @param project the project that computed it; empty if it is not known, as of results of old programs
/// @param started when its body started
/// @param host the machine's name
/// @param user who ran it
public record Origin(RunId run, String project, Instant started, String host, String user) {}
