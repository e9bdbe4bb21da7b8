package dev.wadachi.task;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Code that a task reaches in ways that bytecode does not show, such as reflection.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface Uses {

    /// The classes whose whole code counts.
    Class<?>[] value();
}
