package dev.wadachi.task;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Takes the place of the code signature: results change when this version does, and not before.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface Version {

    /// Raised when the results are meant to change.
    String value();
}
