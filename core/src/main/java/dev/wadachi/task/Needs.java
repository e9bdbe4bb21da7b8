package dev.wadachi.task;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a body claims while it runs. Bookkeeping across all Wadachi processes of the host; a limit is enforced only for
/// a body in a JVM of its own, whose heap its `memory` is: one that is [Isolated], or that claims more than the heap of
/// the process that runs the other tasks.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface Needs {

    /// Processor cores, at least 1.
    int cores() default 1;

    /// Memory, such as `512MB` or `4GB`; empty for no claim.
    String memory() default "";

    /// Graphics processors.
    int gpus() default 0;
}
