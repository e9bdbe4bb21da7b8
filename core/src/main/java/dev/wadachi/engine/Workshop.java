package dev.wadachi.engine;

import dev.wadachi.store.Store;
import dev.wadachi.task.Resources;

/// What planning and running work with, the same for every node of a graph.
///
/// @param store where results are kept
/// @param values decoded values
/// @param outside files and resources
/// @param codes code signatures
/// @param fingerprints under which inputs
/// @param explainer why something is no hit
/// @param environment the machine and the JVM
record Workshop(
        Store store,
        Values values,
        Resources outside,
        Codes codes,
        Fingerprints fingerprints,
        Explainer explainer,
        Environment environment) {}
