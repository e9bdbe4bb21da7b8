package dev.wadachi.task;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Interrupts a body that takes longer.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface Timeout {

    /// Seconds, more than 0.
    double seconds();
}
