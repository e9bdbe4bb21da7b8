package dev.wadachi.task;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The behaviour version of one of the modules of Wadachi: what counts in fingerprints in place of its bytecode.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PACKAGE})
public @interface Behaviour {

    /// The module.
    String value();

    /// Raised when results of its code may change.
    int version();
}
