package dev.wadachi.task;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The body runs in a JVM of its own, so that its crash, its memory and whatever it leaves behind in static fields and
/// native libraries are nobody else's.
///
/// Its heap is what [Needs#memory()] says; without, as much as the process has that runs the other tasks. The value is
/// the same wherever it is computed, so the annotation changes no fingerprint. Costs a few tenths of a second a body.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface Isolated {}
