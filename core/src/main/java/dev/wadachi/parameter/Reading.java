package dev.wadachi.parameter;

import java.util.List;

/// What a task's components hold.
///
/// @param components in the order of their declaration, without those that are refused
/// @param refusals what stands in the way of running the task; empty when all is well
public record Reading(List<Component> components, List<Refusal> refusals) {}
