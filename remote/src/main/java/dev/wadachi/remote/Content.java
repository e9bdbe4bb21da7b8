package dev.wadachi.remote;

/// How much of results is brought here.
public enum Content {
    /// Traces, runs and what people said: enough to list, explain and look up. Bytes come when they are read.
    RECORDS,
    /// The bytes as well, for work without a network.
    ALL
}
