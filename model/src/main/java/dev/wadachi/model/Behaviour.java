package dev.wadachi.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The behaviour version of this module: what counts in fingerprints in place of its bytecode.
///
/// A twin of the core's annotation, which a module that depends on nothing cannot name. Code signatures know both.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
@interface Behaviour {

    /// The module.
    String value();

    /// Raised when a model may predict other numbers than before.
    int version();
}
