package dev.wadachi.task;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names a task, or a variant of a parameter, otherwise than by its simple class name.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface Name {

    /// The name: letters, digits, `.`, `_` and `-`.
    String value();
}
