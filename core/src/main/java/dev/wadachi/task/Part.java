package dev.wadachi.task;

import java.io.Serializable;
import java.util.function.Function;

/// A method reference to one component of a record, such as `Split::train`.
///
/// Serializable only because that is how the Java platform lets a method reference tell its name; nothing is
/// ever serialized.
///
/// @param <R> the record
/// @param <P> the component's type
@FunctionalInterface
public interface Part<R extends Record, P> extends Function<R, P>, Serializable {}
