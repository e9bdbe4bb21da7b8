package dev.wadachi.task;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The old name of a renamed task, component or sealed variant.
///
/// On a task or variant, a rename reruns nothing: its code counts under the old name, too. On a component, key and
/// parameters stay as they were; the record's constructor and accessor are other code, which `wadachi accept` keeps.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Was {

    /// The name under which earlier results were kept.
    String value();
}
