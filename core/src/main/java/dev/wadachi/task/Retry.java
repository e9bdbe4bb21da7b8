package dev.wadachi.task;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Tries a failed body again, with growing delays.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface Retry {

    /// How often to try again after the first failure, at least 1.
    int times();

    /// Seconds before the first new try; doubled for each further one.
    double delaySeconds() default 1;

    /// The longest delay in seconds.
    double longestDelaySeconds() default 60;
}
