/// Turns what a user names into tasks: a pipeline with parameters, and its goals.
///
/// - [Goals] is what a pipeline offers.
/// - [Selection] is what was asked for: one [Combination] for each combination of swept parameters.
/// - [PipelineText] says a pipeline's parameters as text.
/// - [GoalOptions] is what commands about goals take from the command line.
///
/// ```java
/// Selection selection = Selection.of(Demand.class, List.of("evaluate"), Map.of("week", List.of("2021-08-02")), today);
/// Request request = Request.of(selection.tasks());
/// ```
@NullMarked
package dev.wadachi.cli.goal;

import org.jspecify.annotations.NullMarked;
