/// Computes a run once more, from its own code and its own inputs.
///
/// - [Checkout] is the code as it was: the run's commit with what was not committed.
/// - [Reproduction] runs it in a store of its own, with recorded outputs in the place of sources.
/// - [FirstDifference] is what one wants to know if the outcome is another.
@NullMarked
package dev.wadachi.cli.reproduce;

import org.jspecify.annotations.NullMarked;
